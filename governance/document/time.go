package document

import (
	"errors"
	"fmt"
	"time"
)

// Time is a moment in whole seconds since 1970, UTC. Its text form is RFC 3339 with a capital T and Z and
// no fraction, "2026-11-22T13:00:00Z", so that a moment has exactly one spelling.
type Time int64

const (
	timeLayout = "2006-01-02T15:04:05Z"
	maxTime    = Time(253402300799) // 9999-12-31T23:59:59Z, the last moment RFC 3339 can write
)

// ErrTime says that a text is not a moment as documents write it.
var ErrTime = errors.New(`a time is written in UTC and whole seconds, as in "2026-11-22T13:00:00Z"`)

// ParseTime reads the text form and accepts no other spelling.
func ParseTime(s string) (Time, error) {
	if len(s) != len(timeLayout) {
		return 0, ErrTime
	}
	at, err := time.Parse(timeLayout, s)
	if err != nil || at.Unix() < 0 {
		return 0, ErrTime
	}
	return Time(at.Unix()), nil
}

// String returns the text form; a moment that has none is shown as its number of seconds.
func (t Time) String() string {
	if t < 0 || t > maxTime {
		return fmt.Sprintf("%d s", int64(t))
	}
	return time.Unix(int64(t), 0).UTC().Format(timeLayout)
}

// Add returns the moment that lies the given number of seconds later.
func (t Time) Add(seconds int64) Time { return t + Time(seconds) }

// MarshalText returns the text form. Moments before 1970 and after 9999 have none.
func (t Time) MarshalText() ([]byte, error) {
	if t < 0 || t > maxTime {
		return nil, fmt.Errorf("%d seconds since 1970 is outside the years 1970 to 9999", int64(t))
	}
	return []byte(t.String()), nil
}

// UnmarshalText reads the text form.
func (t *Time) UnmarshalText(text []byte) error {
	parsed, err := ParseTime(string(text))
	if err != nil {
		return err
	}
	*t = parsed
	return nil
}
