package main

import (
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"net"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/governance/store"
	"github.com/peritus-dao/peritus/modelspec/release"
	"github.com/peritus-dao/peritus/web"
	"github.com/peritus-dao/peritus/web/desk"
)

// server answers on one listener until it is stopped.
type server struct {
	*web.App
	failed chan error // one error, if serving ends by itself
}

// pages says what the pages of an instance know beside its record.
type pages struct {
	names  map[common.Address]string
	about  map[common.Address]string
	demo   web.Demo
	host   string
	secure bool
	log    *slog.Logger
}

// newServer builds the pages of an instance.
func newServer(i *instance, p pages) (*server, error) {
	d, err := desk.New(desk.Config{
		Service: i.service, Kinds: kinds(), Sessions: sessions{i.store}, Releases: i.releases,
		Signers: func(ctx context.Context, channel string, sequence uint64) ([]string, error) {
			signatures, err := i.releases.Signatures(ctx, channel, sequence)
			ids := make([]string, len(signatures))
			for n, s := range signatures {
				ids[n] = s.KeyID
			}
			return ids, err
		},
		TUF: func(ctx context.Context, path string) ([]byte, error) {
			raw, err := tufFiles{i.store}.Get(ctx, path)
			if errors.Is(err, fs.ErrNotExist) {
				return nil, refusal.New(refusal.NotFound, "tuf-file", "", "the TUF repository has no file %s", path)
			}
			return raw, err
		},
		Pending: func() ([]badge.Event, uint64) {
			pending := i.Pending()
			return pending.Events, pending.Final
		},
		MintCall: mintCall, BundlePath: release.BundleName, Names: p.names, About: p.about, Secure: p.secure,
	})
	if err != nil {
		return nil, err
	}
	app, err := web.New(web.Config{
		Service: d, Demo: p.demo, Logger: p.log, Host: p.host, Secure: p.secure, Schemas: schemas(),
		Expiries: i.expiries, Ready: func(ctx context.Context) error { return i.store.Ping(ctx) },
	})
	if err != nil {
		return nil, err
	}
	return &server{App: app, failed: make(chan error, 1)}, nil
}

// serve answers in the background; the returned function ends that and waits for running requests.
func (s *server) serve(l net.Listener) (stop func()) {
	go func() {
		if err := s.Serve(l); err != nil {
			s.failed <- err
		}
	}()
	return sync.OnceFunc(func() {
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		_ = s.Shutdown(ctx)
	})
}

// sessions keeps sign-ins in the database.
type sessions struct{ store *store.Store }

var _ desk.Sessions = sessions{}

func (s sessions) PutNonce(ctx context.Context, nonce, host string, address common.Address, expires document.Time) error {
	return s.store.PutNonce(ctx, store.Nonce{Nonce: nonce, Host: host, Address: address, Expires: expires})
}

func (s sessions) UseNonce(ctx context.Context, nonce, host string, address common.Address, now document.Time) error {
	return s.store.UseNonce(ctx, nonce, host, address, now)
}

func (s sessions) PutSession(ctx context.Context, token document.Digest, address common.Address, expires document.Time) error {
	return s.store.PutSession(ctx, store.Session{Token: token, Address: address, Expires: expires})
}

func (s sessions) Session(ctx context.Context, token document.Digest, now document.Time) (common.Address, error) {
	v, err := s.store.Session(ctx, token, now)
	return v.Address, err
}

func (s sessions) DeleteSession(ctx context.Context, token document.Digest) error {
	return s.store.DeleteSession(ctx, token)
}
