package web

import (
	"context"
	"encoding/json"
	"strings"
	"time"

	"github.com/gofiber/fiber/v2"
	"github.com/prometheus/client_golang/prometheus"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/web/view"
)

// Expiry is something that ends at a time unless somebody or something renews it.
type Expiry struct {
	What    string        `json:"what"` // "tuf root", "release chat/stable"
	Expires document.Time `json:"expires"`
	// ByItself says that this server renews it; then only what is overdue is an alarm.
	ByItself bool `json:"byItself"`
	// Alarm is empty, or says how near the end is: "60 days", "30 days", "14 days", "7 days", "overdue".
	Alarm string `json:"alarm,omitempty"`
}

// Days before the end on which a date that people must renew is an alarm.
var alarmDays = []int64{7, 14, 30, 60}

// Alert fills in the alarm as of a time. life is how long a date that renews itself lives from one signature to the next; with less than a
// quarter of that left, renewing it has failed for long.
func (e *Expiry) Alert(now document.Time, life time.Duration) {
	left := int64(e.Expires - now)
	e.Alarm = ""
	if e.ByItself {
		if left < int64(life.Seconds())/4 {
			e.Alarm = "overdue"
		}
		return
	}
	for _, days := range alarmDays {
		if left < days*24*3600 {
			e.Alarm = map[int64]string{7: "7 days", 14: "14 days", 30: "30 days", 60: "60 days"}[days]
			break
		}
	}
	if left <= 0 {
		e.Alarm = "overdue"
	}
}

// statusPage answers with the dates on which something ends: browsers get a page, everybody else JSON.
func (a *App) statusPage(c *fiber.Ctx) error {
	expiries := []Expiry{}
	if a.cfg.Expiries != nil {
		list, err := a.cfg.Expiries(c.UserContext())
		if err != nil {
			return err
		}
		expiries = append(expiries, list...)
	}
	c.Vary("Accept")
	if c.Accepts("application/json", "text/html") == "text/html" {
		p, m := a.presenter(c), view.State{}
		for _, x := range expiries {
			m.Rows = append(m.Rows, p.expiry(x))
		}
		return a.render(c, view.StatusPage(a.frame(c, "", "expires.title"), m))
	}
	raw, err := json.Marshal(struct {
		Time     document.Time `json:"time"`
		Expiries []Expiry      `json:"expiries"`
	}{a.service.Now(), expiries})
	if err != nil {
		return err
	}
	c.Set("Cache-Control", briefly)
	c.Set("Content-Type", "application/json")
	return c.Send(raw)
}

// expiry says when something ends, who renews it, and whether anybody has to hurry.
func (p presenter) expiry(x Expiry) view.StateRow {
	row := view.StateRow{What: x.What, When: p.moment(x.Expires), How: p.T("expires.people"), Status: view.Status{Tone: view.Good, Text: p.T("expires.fine")}}
	if x.ByItself {
		row.How = p.T("expires.itself")
	}
	switch x.Alarm {
	case "":
	case "overdue":
		row.Status = view.Status{Tone: view.Bad, Text: p.T("expires.overdue")}
	default:
		days, _, _ := strings.Cut(x.Alarm, " ")
		row.Status = view.Status{Tone: view.Wait, Text: p.T("expires.soon", "days", days)}
	}
	return row
}

// expiryCollector shows Prometheus the dates on which something ends.
type expiryCollector struct {
	list    func(context.Context) ([]Expiry, error)
	expires *prometheus.Desc
}

func newExpiryCollector(list func(context.Context) ([]Expiry, error)) expiryCollector {
	return expiryCollector{list, prometheus.NewDesc("peritus_expires_time_seconds", "When something ends unless it is renewed.", []string{"what", "by_itself"}, nil)}
}

// Describe implements [prometheus.Collector].
func (e expiryCollector) Describe(ch chan<- *prometheus.Desc) { ch <- e.expires }

// Collect implements [prometheus.Collector].
func (e expiryCollector) Collect(ch chan<- prometheus.Metric) {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	list, err := e.list(ctx)
	if err != nil {
		ch <- prometheus.NewInvalidMetric(e.expires, err)
		return
	}
	for _, x := range list {
		byItself := "no"
		if x.ByItself {
			byItself = "yes"
		}
		ch <- prometheus.MustNewConstMetric(e.expires, prometheus.GaugeValue, float64(x.Expires), x.What, byItself)
	}
}
