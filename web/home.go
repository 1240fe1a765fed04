package web

import (
	"strings"

	"github.com/gofiber/fiber/v2"

	"github.com/peritus-dao/peritus/web/view"
)

func (a *App) homePage(c *fiber.Ctx) error {
	o, err := a.service.Overview(c.UserContext())
	if err != nil {
		return err
	}
	p, page := a.presenter(c), a.frame(c, "", "home.page")
	m := view.Home{Next: p.next(page.Me, o)}
	for _, s := range o.Open {
		m.Open = append(m.Open, p.card(s))
	}
	for _, s := range o.Recent {
		m.Recent = append(m.Recent, p.card(s))
	}
	for _, h := range o.Heads {
		m.Heads = append(m.Heads, p.head(h))
	}
	stages := []struct{ key, href string }{{"badge", "/badges"}, {"weight", "/badges"}, {"ballots", "/proposals"}, {"tally", "/proposals"},
		{"anchor", "/log"}, {"release", "/releases"}, {"node", "/releases"}}
	for _, s := range stages {
		m.NotePath = append(m.NotePath, view.Stage{Title: p.T("way." + s.key), Detail: p.T("way." + s.key + ".detail"), Href: s.href})
	}
	m.Record = []view.Fact{
		{Label: p.T("log.size"), Text: p.N("log.entries.count", int(o.LogSize)), Href: "/log"},
		{Label: p.T("log.anchored"), Text: p.T("log.anchored.none")},
		{Label: p.T("home.check"), Text: p.T("home.check.how"), Href: "/verify"},
	}
	if o.Anchored.Size > 0 {
		m.Record[1].Text = p.T("log.anchored.at", "size", p.Int(o.Anchored.Size), "block", p.Int(int64(o.Anchored.Block)))
	}
	return a.render(c, view.HomePage(page, m))
}

// next is the one thing for this visitor to do now.
func (p presenter) next(me *view.Who, o Overview) view.Next {
	var open *ProposalSummary
	for i := range o.Open {
		if o.Open[i].Status == "voting" {
			open = &o.Open[i]
			break
		}
	}
	switch {
	case open != nil && me != nil:
		when, _ := p.due(*open)
		return view.Next{Title: p.T("next.vote"), Detail: p.T("next.vote.detail", "title", open.Title, "when", when),
			Action: view.Link{Text: p.T("next.vote.do"), Href: "/proposals/" + open.Revision.String() + "#vote"},
			Second: &view.Link{Text: p.T("next.weight"), Href: me.Href + "#weight"}}
	case open != nil:
		when, _ := p.due(*open)
		return view.Next{Title: p.T("next.read"), Detail: p.T("next.read.detail", "title", open.Title, "when", when),
			Action: view.Link{Text: p.T("next.read.do"), Href: "/proposals/" + open.Revision.String()},
			Second: &view.Link{Text: p.T("next.signin"), Href: "/signin"}}
	case me != nil:
		return view.Next{Title: p.T("next.idle"), Detail: p.T("next.idle.detail"),
			Action: view.Link{Text: p.T("next.weight"), Href: me.Href + "#weight"}}
	}
	return view.Next{Title: p.T("next.learn"), Detail: p.T("next.learn.detail"),
		Action: view.Link{Text: p.T("home.how"), Href: "/about"}, Second: &view.Link{Text: p.T("home.all"), Href: "/proposals"}}
}

func (a *App) aboutPage(c *fiber.Ctx) error {
	page := a.frame(c, "about", "nav.about")
	return a.render(c, view.AboutPage(page, ownMarkdown(page.About())))
}

func (a *App) verifyPage(c *fiber.Ctx) error {
	page, i := a.frame(c, "log", "verifypage.title"), a.service.Instance()
	page.Verify = true
	p := a.presenter(c)
	base := c.BaseURL()
	return a.render(c, view.VerifyPage(page, view.Verify{
		Facts: []view.Fact{
			{Label: p.T("verifypage.genesis"), Text: i.Genesis.String(), Mono: true, Href: "/log/genesis.json"},
			{Label: p.T("verifypage.key"), Text: i.LogKey, Mono: true},
			{Label: p.T("verifypage.chain"), Text: p.Int(int64(i.ChainID))},
			{Label: p.T("verifypage.anchor"), Text: i.AnchorContract.Hex(), Mono: true},
			{Label: p.T("verifypage.badges"), Text: i.BadgeContract.Hex(), Mono: true},
		},
		Commands: []view.Stage{
			{Title: p.T("verifypage.all"), Detail: "peritus verify --genesis " + i.Genesis.String() + " " + base},
			{Title: p.T("verifypage.bundle"), Detail: "peritus verify --genesis genesis.json 1.bundle.json"},
		},
	}))
}

// savePreferences stores language and theme in the visitor's browser and nowhere else.
func (a *App) savePreferences(c *fiber.Ctx) error {
	for _, name := range []string{"language", "theme"} {
		value := c.FormValue(name)
		if len(value) > 16 {
			continue
		}
		a.setCookie(c, name, value, 365*24*3600)
	}
	return c.Redirect(local(c.FormValue("return")), fiber.StatusSeeOther)
}

// setCookie sets a cookie that scripts cannot read and other sites cannot send.
func (a *App) setCookie(c *fiber.Ctx, name, value string, seconds int) {
	c.Cookie(&fiber.Cookie{Name: name, Value: value, Path: "/", MaxAge: seconds, HTTPOnly: true, Secure: a.cfg.Secure, SameSite: fiber.CookieSameSiteLaxMode})
}

// local returns a path on this server, whatever a form asked for.
func local(path string) string {
	if !strings.HasPrefix(path, "/") || strings.HasPrefix(path, "//") || strings.ContainsAny(path, "\\\r\n") {
		return "/"
	}
	return path
}

func (a *App) healthy(c *fiber.Ctx) error { return c.SendString("ok\n") }

func (a *App) ready(c *fiber.Ctx) error {
	c.Set("Cache-Control", "no-store")
	if a.cfg.Ready != nil {
		if err := a.cfg.Ready(c.UserContext()); err != nil {
			return c.Status(fiber.StatusServiceUnavailable).SendString(err.Error() + "\n")
		}
	}
	return c.SendString("ready\n")
}

func (a *App) static(c *fiber.Ctx) error {
	file, ok := a.assets.files[c.Path()]
	if !ok {
		return fiber.ErrNotFound
	}
	c.Set("Content-Type", file.kind)
	c.Set("Cache-Control", "public, max-age=31536000, immutable")
	return c.Send(file.content)
}

func (a *App) favicon(c *fiber.Ctx) error {
	return c.Redirect(a.assets.address("logo.svg"), fiber.StatusFound)
}

func (a *App) robots(c *fiber.Ctx) error {
	return c.SendString("User-agent: *\nDisallow: /signin\nDisallow: /demo/\n")
}
