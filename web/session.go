package web

import (
	"encoding/json"
	"strings"

	"github.com/gofiber/fiber/v2"

	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/web/view"
)

// host is the name that sign-in messages are bound to.
func (a *App) host(c *fiber.Ctx) string {
	if a.cfg.Host != "" {
		return a.cfg.Host
	}
	return c.Hostname()
}

func (a *App) signInPage(c *fiber.Ctx) error {
	page := a.frame(c, "", "signin.title")
	page.Wallet = true
	return a.render(c, view.SignInPage(page))
}

// signInMessagePage is step one: the message to sign.
func (a *App) signInMessagePage(c *fiber.Ctx) error {
	address, err := addressOf(c.FormValue("address"), "address")
	if err != nil {
		return err
	}
	message, err := a.service.Challenge(c.UserContext(), a.host(c), address)
	if err != nil {
		return err
	}
	p, page := a.presenter(c), a.frame(c, "", "signin.title")
	page.Wallet = true
	w := p.who(Person{Address: address})
	return a.render(c, view.SignPage(page, view.Sign{
		Back: view.Link{Text: p.T("signin.title"), Href: "/signin"}, Title: p.T("signin.sign"), Lede: p.T("signin.sign.lede"),
		Says:    []view.Fact{{Label: p.T("signin.host"), Text: a.host(c)}, {Label: p.T("signin.address"), Who: &w}},
		Message: message, Address: address.Hex(), Action: "/signin", Submit: p.T("signin.do"), Method: "personal_sign",
		Hidden: []view.Field{{Name: "message", Value: message}},
	}))
}

// signIn is step two.
func (a *App) signIn(c *fiber.Ctx) error {
	message := lines(c.FormValue("message"))
	token, expires, err := a.service.SignIn(c.UserContext(), a.host(c), message, strings.TrimSpace(c.FormValue("signature")))
	if err != nil {
		return err
	}
	a.setCookie(c, a.sessionCookie(), token, int(expires-a.service.Now()))
	return c.Redirect("/", fiber.StatusSeeOther)
}

func (a *App) signOut(c *fiber.Ctx) error {
	if token := c.Cookies(a.sessionCookie()); token != "" {
		if err := a.service.SignOut(c.UserContext(), token); err != nil {
			return err
		}
	}
	a.setCookie(c, a.sessionCookie(), "", -1)
	return c.Redirect("/", fiber.StatusSeeOther)
}

/* THE DEMO */

func (a *App) demoAccounts(c *fiber.Ctx) error { return c.JSON(a.cfg.Demo.Accounts()) }

// demoWallet is the borrowed wallet's end of EIP-1193. The keys stay here.
func (a *App) demoWallet(c *fiber.Ctx) error {
	var request struct {
		Method  string          `json:"method"`
		Params  json.RawMessage `json:"params"`
		Account string          `json:"account"`
	}
	if err := json.Unmarshal(c.Request().Body(), &request); err != nil {
		return refusal.New(refusal.Invalid, "json", "", "The demo wallet expects {method, params, account} as JSON.")
	}
	account, err := addressOf(request.Account, "account")
	if err != nil {
		return err
	}
	result, err := a.cfg.Demo.Request(c.UserContext(), account, request.Method, request.Params)
	if err != nil {
		return err
	}
	return c.JSON(map[string]json.RawMessage{"result": result})
}

func (a *App) demoClock(c *fiber.Ctx) error {
	seconds, err := numberOf(c.FormValue("seconds"), "seconds")
	if err != nil {
		return err
	}
	if seconds > 31*24*3600 {
		return refusal.New(refusal.Invalid, "clock-step", "seconds", "Move the clock by at most 31 days at a time.")
	}
	if err := a.cfg.Demo.Advance(c.UserContext(), int64(seconds)); err != nil {
		return err
	}
	return c.Redirect(local(c.FormValue("return")), fiber.StatusSeeOther)
}
