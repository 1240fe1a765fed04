package desk

import (
	"context"
	"encoding/hex"
	"io"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/web"
)

const (
	challengeLife = 10 * 60 // seconds in which a message must be signed
	sessionLife   = 30 * 24 * 60 * 60
	clockSkew     = 60
)

// Challenge implements [web.Service].
func (d *Desk) Challenge(ctx context.Context, host string, address common.Address) (string, error) {
	nonce, err := d.random(16)
	if err != nil {
		return "", err
	}
	now := d.Now()
	if err := d.cfg.Sessions.PutNonce(ctx, nonce, host, address, now.Add(challengeLife)); err != nil {
		return "", err
	}
	m := wallet.SignIn{
		Domain: host, Address: address, Statement: "Sign in to " + ascii(d.instance.Name) + ". This costs nothing and votes on nothing.",
		URI: d.uri(host), ChainID: d.instance.ChainID, Nonce: nonce, IssuedAt: now.String(), ExpirationTime: now.Add(challengeLife).String(),
	}
	text := m.String()
	if _, err := wallet.ParseSignIn(text); err != nil {
		return "", refusal.New(refusal.Invalid, "sign-in-host", "host", "Nobody can sign in under the address %q: %w", host, err)
	}
	return text, nil
}

func (d *Desk) uri(host string) string {
	if d.cfg.Secure {
		return "https://" + host
	}
	return "http://" + host
}

// ascii keeps the characters that EIP-4361 allows in a statement.
func ascii(s string) string {
	out := make([]byte, 0, len(s))
	for _, r := range s {
		if r >= ' ' && r < 0x7f {
			out = append(out, byte(r))
		}
	}
	return string(out)
}

// SignIn implements [web.Service].
func (d *Desk) SignIn(ctx context.Context, host, message, signature string) (string, document.Time, error) {
	fail := func(field, format string, args ...any) (string, document.Time, error) {
		return "", 0, refusal.New(refusal.Unauthenticated, "sign-in", field, format, args...)
	}
	m, err := wallet.ParseSignIn(message)
	if err != nil {
		return fail("message", "The message is not as it was handed out: %w", err)
	}
	now := d.Now()
	if err := m.Check(wallet.Expectation{Domain: host, URI: d.uri(host), ChainID: d.instance.ChainID, Now: int64(now), MaxAge: challengeLife, Skew: clockSkew}); err != nil {
		return fail("message", "The message is not for this sign-in: %w. Ask for a new one.", err)
	}
	proof, err := wallet.ParseProof(signature)
	if err != nil {
		return fail("signature", "%w", err)
	}
	if err := d.service.CheckSignature(ctx, m.Address, wallet.HashMessage(message), proof); err != nil {
		if r := refusal.Of(err); r.Code == refusal.Unavailable {
			return "", 0, err
		}
		return fail("signature", "%s", refusal.Of(err).Detail)
	}
	// Last, so that a wrong signature does not use the nonce up.
	if err := d.cfg.Sessions.UseNonce(ctx, m.Nonce, host, m.Address, now); err != nil {
		return fail("message", "This message was used before or is too old. Ask for a new one.")
	}
	token, err := d.random(32)
	if err != nil {
		return "", 0, err
	}
	expires := now.Add(sessionLife)
	return token, expires, d.cfg.Sessions.PutSession(ctx, document.Sum([]byte(token)), m.Address, expires)
}

// random returns n random bytes in hex.
func (d *Desk) random(n int) (string, error) {
	b := make([]byte, n)
	_, err := io.ReadFull(d.cfg.Rand, b)
	return hex.EncodeToString(b), err
}

// Session implements [web.Service].
func (d *Desk) Session(ctx context.Context, token string) (web.Person, error) {
	address, err := d.cfg.Sessions.Session(ctx, document.Sum([]byte(token)), d.Now())
	if err != nil {
		return web.Person{}, &refusal.Error{Code: refusal.Unauthenticated, Rule: "session-unknown", Detail: "You are no longer signed in. Sign in again.", Err: err}
	}
	return d.person(address), nil
}

// SignOut implements [web.Service].
func (d *Desk) SignOut(ctx context.Context, token string) error {
	return d.cfg.Sessions.DeleteSession(ctx, document.Sum([]byte(token)))
}
