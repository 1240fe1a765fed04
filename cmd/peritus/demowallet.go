package main

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"log/slog"
	"net"
	"strings"

	"github.com/ethereum/go-ethereum/accounts"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/signer/core/apitypes"

	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/web"
)

var _ web.Demo = (*demoDAO)(nil)

// serve starts the pages of the demo, with the wallet to borrow and the clock that can be moved.
func (d *demoDAO) serve(l net.Listener) error {
	about := map[common.Address]string{}
	for _, e := range d.content.Experts {
		about[d.address(e.ID)] = e.About
	}
	var err error
	d.server, err = newServer(d.instance, pages{
		names: d.names(), about: about, demo: d, host: l.Addr().String(),
		log: slog.New(slog.NewTextHandler(d.stderr, &slog.HandlerOptions{Level: slog.LevelWarn})),
	})
	if err != nil {
		return err
	}
	d.closers = append(d.closers, d.server.serve(l))
	return nil
}

// Accounts implements [web.Demo].
func (d *demoDAO) Accounts() []web.DemoAccount {
	out := make([]web.DemoAccount, 0, len(d.content.Experts))
	for _, e := range d.content.Experts {
		out = append(out, web.DemoAccount{Address: d.address(e.ID), Name: e.Name, About: e.About})
	}
	return out
}

// Advance implements [web.Demo].
func (d *demoDAO) Advance(ctx context.Context, seconds int64) error {
	if seconds < 0 || seconds > 366*daySeconds {
		return refusal.New(refusal.Invalid, "demo-clock", "seconds", "the demo's clock moves forward by up to a year")
	}
	d.turn.Lock()
	defer d.turn.Unlock()
	return d.until(ctx, d.now().Add(seconds))
}

// Request implements [web.Demo]: it signs as the wallet of an invented expert would, with the key in the data folder.
func (d *demoDAO) Request(_ context.Context, account common.Address, method string, params json.RawMessage) (json.RawMessage, error) {
	name := ""
	for id := range d.members {
		if d.address(id) == account {
			name = id
		}
	}
	if name == "" {
		return nil, refusal.New(refusal.NotFound, "demo-account", "account", "the demo has no wallet of this address")
	}
	unreadable := func(err error) error {
		return refusal.New(refusal.Invalid, "demo-params", "params", "the parameters of %s cannot be read: %w", method, err)
	}
	switch method {
	case "eth_requestAccounts", "eth_accounts":
		return json.Marshal([]common.Address{account})
	case "eth_chainId":
		return json.Marshal(hexutil.Uint64(d.trust.Record.Chain.ID))
	case "personal_sign":
		var p []string
		if err := json.Unmarshal(params, &p); err != nil || len(p) < 2 {
			return nil, unreadable(err)
		}
		text := []byte(p[0])
		if raw, err := hex.DecodeString(strings.TrimPrefix(p[0], "0x")); err == nil && strings.HasPrefix(p[0], "0x") {
			text = raw
		}
		return d.signFor(name, p[1], account, [32]byte(accounts.TextHash(text)))
	case "eth_signTypedData_v4":
		var p []json.RawMessage
		if err := json.Unmarshal(params, &p); err != nil || len(p) < 2 {
			return nil, unreadable(err)
		}
		var who, text string
		if err := json.Unmarshal(p[0], &who); err != nil {
			return nil, unreadable(err)
		}
		raw := []byte(p[1])
		if json.Unmarshal(p[1], &text) == nil {
			raw = []byte(text)
		}
		var typed apitypes.TypedData
		if err := json.Unmarshal(raw, &typed); err != nil {
			return nil, unreadable(err)
		}
		digest, _, err := apitypes.TypedDataAndHash(typed)
		if err != nil {
			return nil, unreadable(err)
		}
		return d.signFor(name, who, account, [32]byte(digest))
	}
	return nil, refusal.New(refusal.Invalid, "demo-method", "method", "the borrowed wallet does not know the method %q", method)
}

func (d *demoDAO) signFor(name, who string, account common.Address, digest [32]byte) (json.RawMessage, error) {
	if !strings.EqualFold(who, account.Hex()) {
		return nil, refusal.New(refusal.Forbidden, "demo-account", "account", "the request names another account than the wallet that was borrowed")
	}
	sig, err := wallet.Sign(digest, d.members[name])
	if err != nil {
		return nil, err
	}
	return json.Marshal(sig.String())
}
