package store

import (
	"context"
	"log/slog"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/logger"
)

// slowStatement is how long a statement may take before it is worth a line in the log.
const slowStatement = time.Second

// slowLog logs gorm's slow statements, and nothing else. It does not log errors, because the store returns them, nor the
// values of a statement, because those are ballots, tokens and texts.
type slowLog struct {
	log       *slog.Logger
	threshold time.Duration
}

var (
	_ logger.Interface  = slowLog{}
	_ gorm.ParamsFilter = slowLog{}
)

// Trace implements [logger.Interface].
func (l slowLog) Trace(ctx context.Context, begin time.Time, statement func() (sql string, rows int64), _ error) {
	if took := time.Since(begin); took >= l.threshold {
		sql, rows := statement()
		l.log.WarnContext(ctx, "slow statement", slog.Duration("took", took), slog.String("sql", sql), slog.Int64("rows", rows))
	}
}

// ParamsFilter implements [gorm.ParamsFilter]: it takes the values out of what Trace logs.
func (slowLog) ParamsFilter(_ context.Context, sql string, _ ...any) (string, []any) { return sql, nil }

// LogMode implements [logger.Interface].
func (l slowLog) LogMode(logger.LogLevel) logger.Interface { return l }

// Info, Warn and Error implement [logger.Interface]. What gorm says of its own is meant for its users' screens.
func (slowLog) Info(context.Context, string, ...any)  {}
func (slowLog) Warn(context.Context, string, ...any)  {}
func (slowLog) Error(context.Context, string, ...any) {}
