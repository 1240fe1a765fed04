package main

import (
	"context"
	"log/slog"
	"time"

	"github.com/theupdateframework/go-tuf/v2/metadata"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/modelspec/publish"
	"github.com/peritus-dao/peritus/web"
)

// expiries returns what ends when: the signatures of TUF and the newest release of each channel.
func (e *engine) expiries(ctx context.Context) ([]web.Expiry, error) {
	now := e.service.Now()
	roles, err := e.tuf.Status(ctx)
	if err != nil {
		return nil, err
	}
	var out []web.Expiry
	for _, r := range roles {
		x := web.Expiry{What: "tuf " + r.Role, Expires: document.Time(r.Expires.Unix()), ByItself: r.Role != metadata.ROOT}
		x.Alert(now, publish.Life(r.Role))
		out = append(out, x)
	}
	err = e.service.View(func(s *replay.State) error {
		for _, channel := range s.Channels() {
			rs := s.Releases(channel)
			for i := len(rs) - 1; i >= 0; i-- {
				if !rs[i].Statement.IsZero() {
					x := web.Expiry{What: "release " + channel, Expires: rs[i].Intent.Expires}
					x.Alert(now, 0)
					out = append(out, x)
					break
				}
			}
		}
		return nil
	})
	return out, err
}

// remind says when a date comes near, once at 60, 30, 14 and 7 days, and when it has passed.
func (e *engine) remind(ctx context.Context) error {
	list, err := e.expiries(ctx)
	if err != nil {
		return err
	}
	if e.reminded == nil {
		e.reminded = map[string]string{}
	}
	for _, x := range list {
		if e.reminded[x.What] == x.Alarm {
			continue
		}
		e.reminded[x.What] = x.Alarm
		level := slog.LevelError
		switch x.Alarm {
		case "":
			continue
		case "60 days", "30 days":
			level = slog.LevelWarn
		}
		left := time.Duration(x.Expires-e.service.Now()) * time.Second
		e.log.Log(ctx, level, "something expires", slog.String("what", x.What), slog.String("expires", x.Expires.String()), slog.String("left", left.Round(time.Hour).String()))
	}
	return nil
}
