package main

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/crypto"
	"github.com/rogpeppe/go-internal/testscript"

	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/modelspec/publish"
	"github.com/peritus-dao/peritus/modelspec/release"
)

// life is what the story of a proposal can say: members of a demo propose, sign and vote over its API, each with the key
// in the demo's folder, and its clock is moved.
func life(t *testing.T) map[string]func(*testscript.TestScript, bool, []string) {
	word := func(n int, usage string, f func(s script, ts *testscript.TestScript, args []string)) func(*testscript.TestScript, bool, []string) {
		return func(ts *testscript.TestScript, neg bool, args []string) {
			if neg || len(args) < n {
				ts.Fatalf("usage: %s", usage)
			}
			f(script{t, ts}, ts, args)
		}
	}
	who := func(s script, ts *testscript.TestScript, dir, name string) member {
		all := members(s, folder(ts.MkAbs(dir)))
		i := slices.IndexFunc(all, func(m member) bool { return m.name == name })
		if i < 0 {
			ts.Fatalf("there is no member %s", name)
		}
		return all[i]
	}
	// proposed submits what was drafted, signed; $NAME becomes the proposal's digest.
	proposed := func(ts *testscript.TestScript, name, server string, m member, draft map[string]any) {
		raw, err := post(server+"/api/v1/proposals/prepare", draft, http.StatusOK)
		ts.Check(err)
		var w struct {
			words
			Revision               document.Digest
			Text                   string
			TitleSalt, SummarySalt string
			Cools                  document.Time
		}
		ts.Check(json.Unmarshal(raw, &w))
		sig, err := wallet.Sign(w.Digest, m.key)
		ts.Check(err)
		_, err = post(server+"/api/v1/proposals", map[string]any{
			"text": w.Text, "title": draft["title"], "titleSalt": w.TitleSalt, "summary": draft["summary"], "summarySalt": w.SummarySalt,
			"documents": draft["documents"], "expires": w.Expires, "signature": sig.String(),
		}, http.StatusCreated)
		ts.Check(err)
		ts.Setenv(name, w.Revision.String())
		ts.Setenv(name+"_COOLS", fmt.Sprint(w.Cools > 0))
	}
	return map[string]func(*testscript.TestScript, bool, []string){
		// propose changes one field of a document's current version; $NAME_BASE becomes the version that it starts from.
		"propose": word(7, "propose NAME URL DIR MEMBER HEAD PATH VALUE", func(s script, ts *testscript.TestScript, args []string) {
			m := who(s, ts, args[2], args[3])
			digest, _ := current(ts, args[1], args[4])
			doc := successor(ts, args[1], args[4])
			at := doc
			keys := strings.Split(args[5], ".")
			for _, key := range keys[:len(keys)-1] {
				at = at[key].(map[string]any)
			}
			at[keys[len(keys)-1]] = args[6]
			proposed(ts, args[0], args[1], m, map[string]any{
				"proposer": m.address, "title": "Change " + args[4], "summary": "As the story goes.", "documents": map[string]any{args[4]: doc},
			})
			ts.Setenv(args[0]+"_BASE", digest.String())
		}),
		// submit proposes the document of a file, whose head may be new.
		"submit": word(6, "submit NAME URL DIR MEMBER HEAD FILE", func(s script, ts *testscript.TestScript, args []string) {
			m := who(s, ts, args[2], args[3])
			proposed(ts, args[0], args[1], m, map[string]any{
				"proposer": m.address, "title": "Change " + args[4], "summary": "As the story goes.", "documents": map[string]any{args[4]: json.RawMessage(ts.ReadFile(args[5]))},
			})
		}),
		// document writes a head's version to a file, as the parent of the next one.
		"document": word(3, "document URL HEAD FILE", func(_ script, ts *testscript.TestScript, args []string) {
			raw, err := document.Marshal(successor(ts, args[0], args[1]))
			ts.Check(err)
			ts.Check(os.WriteFile(ts.MkAbs(args[2]), raw, 0o600))
		}),
		// change sets a text or an object in a file of JSON, or takes it away if none is given.
		"change": word(2, "change FILE PATH [VALUE]", func(_ script, ts *testscript.TestScript, args []string) {
			var doc map[string]any
			decoder := json.NewDecoder(strings.NewReader(ts.ReadFile(args[0])))
			decoder.UseNumber()
			ts.Check(decoder.Decode(&doc))
			at, keys := doc, strings.Split(args[1], ".")
			for _, key := range keys[:len(keys)-1] {
				at = at[key].(map[string]any)
			}
			if last := keys[len(keys)-1]; len(args) == 2 {
				delete(at, last)
			} else {
				at[last] = args[2]
				if strings.HasPrefix(args[2], "{") {
					at[last] = json.RawMessage(args[2])
				}
			}
			raw, err := document.Marshal(doc)
			ts.Check(err)
			ts.Check(os.WriteFile(ts.MkAbs(args[0]), raw, 0o600))
		}),
		// forge signs what a release bundle says with other keys: each NAME=FILE is a co-signer's.
		"forge": word(3, "forge BUNDLE FORGED NAME=FILE…", func(_ script, ts *testscript.TestScript, args []string) {
			forge(ts, args, func(*release.Statement) {})
		}),
		// revive makes of a release bundle the next release, as one that asks for the keys of the genesis, and signs it with other keys.
		"revive": word(3, "revive BUNDLE FORGED NAME=FILE…", func(_ script, ts *testscript.TestScript, args []string) {
			forge(ts, args, func(s *release.Statement) {
				raw, err := document.Marshal(*s)
				ts.Check(err)
				i := &s.Predicate.Intent
				i.Trust, i.Sequence, i.Previous = document.Digest{}, i.Sequence+1, document.Sum(raw)
				s.Predicate.IntentIndex++
			})
		}),
		// slip puts a bundle into the TUF repository of a mirror, as whoever has the online key of DIR can.
		"slip": word(3, "slip MIRROR DIR BUNDLE", func(_ script, ts *testscript.TestScript, args []string) {
			key, err := folder(ts.MkAbs(args[1])).p256("tuf.key")
			ts.Check(err)
			repo, err := publish.New(publish.Config{Files: plainFiles(filepath.Join(ts.MkAbs(args[0]), "tuf")), Key: key, Now: time.Now})
			ts.Check(err)
			raw := []byte(ts.ReadFile(args[2]))
			b, err := release.ParseBundle(raw)
			ts.Check(err)
			_, statement, err := release.ParseEnvelope(b.Envelope)
			ts.Check(err)
			s, err := release.ParseStatement(statement)
			ts.Check(err)
			i := s.Predicate.Intent
			latest, err := document.Marshal(release.Latest{Schema: release.LatestSchema, Channel: i.Channel, Sequence: i.Sequence, Statement: document.Sum(statement)})
			ts.Check(err)
			ts.Check(repo.Publish(t.Context(), map[string][]byte{
				release.LatestName(i.Channel): latest, release.BundleName(i.Channel, i.Sequence): raw, release.EnvelopeName(i.Channel, i.Sequence): b.Envelope,
			}))
		}),
		// restore declares an emergency: an earlier version is to stand again.
		"restore": word(6, "restore NAME URL DIR MEMBER HEAD DIGEST", func(s script, ts *testscript.TestScript, args []string) {
			m := who(s, ts, args[2], args[3])
			proposed(ts, args[0], args[1], m, map[string]any{
				"proposer": m.address, "title": "Restore " + args[4], "summary": "It does harm.", "emergency": true,
				"documents": map[string]any{args[4]: blob(ts, args[1], args[5])},
			})
		}),
		// ratify proposes that an emergency lasts.
		"ratify": word(6, "ratify NAME URL DIR MEMBER HEAD EMERGENCY", func(s script, ts *testscript.TestScript, args []string) {
			m := who(s, ts, args[2], args[3])
			_, doc := current(ts, args[1], args[4])
			proposed(ts, args[0], args[1], m, map[string]any{
				"proposer": m.address, "title": "Keep " + args[4], "summary": "It was right.", "ratifies": args[5], "documents": map[string]any{args[4]: doc},
			})
		}),
		// find sets $NAME to the first proposal about a head that has a status, and $NAME_BASE to the version it starts from.
		"find": word(4, "find NAME URL STATUS HEAD", func(s script, ts *testscript.TestScript, args []string) {
			p := &process{TB: s, url: args[1]}
			for _, found := range read[[]summary](s, p, "/api/v1/proposals?status="+args[2]) {
				if found.Head == args[3] {
					full := read[struct{ Base document.Digest }](s, p, "/api/v1/proposals/"+found.Revision.String())
					ts.Setenv(args[0], found.Revision.String())
					ts.Setenv(args[0]+"_BASE", full.Base.String())
					return
				}
			}
			ts.Fatalf("no proposal about %s is %s", args[3], args[2])
		}),
		// act does something about a proposal; $LAST becomes the number of the entry. With "refused RULE" before it, it must be
		// turned away.
		"act": word(5, "act [refused RULE] URL DIR MEMBER REVISION WORDS [TEXT]", func(s script, ts *testscript.TestScript, args []string) {
			rule := ""
			if args[0] == "refused" {
				rule, args = args[1], args[2:]
			}
			m, about, text := who(s, ts, args[1], args[2]), args[0]+"/api/v1/proposals/"+args[3]+"/acts", strings.Join(args[5:], " ")
			body := map[string]any{"member": m.address, "act": args[4], "text": text}
			raw, err := post(about+"/prepare", body, http.StatusOK)
			var refused *refusedError
			if rule != "" {
				if !errors.As(err, &refused) || !strings.Contains(string(refused.body), `"rule":"`+rule+`"`) {
					ts.Fatalf("%s %s is not turned away by %s: %v", args[2], args[4], rule, err)
				}
				return
			}
			ts.Check(err)
			var w words
			ts.Check(json.Unmarshal(raw, &w))
			sig, err := wallet.Sign(w.Digest, m.key)
			ts.Check(err)
			body["salt"], body["sequence"], body["expires"], body["signature"] = w.Salt, w.Sequence, w.Expires, sig.String()
			receipt, err := post(about, body, http.StatusCreated)
			ts.Check(err)
			var r struct{ Index int64 }
			ts.Check(json.Unmarshal(receipt, &r))
			ts.Setenv("LAST", fmt.Sprint(r.Index))
		}),
		// ballots casts the same choice for several members.
		"ballots": word(5, "ballots URL DIR REVISION CHOICE MEMBER…", func(s script, ts *testscript.TestScript, args []string) {
			revision, err := document.ParseDigest(args[2])
			ts.Check(err)
			for _, name := range args[4:] {
				m := who(s, ts, args[1], name)
				w, err := prepare(args[0], revision, m, args[3], "")
				ts.Check(err)
				b, err := m.sign(w, args[3], "")
				ts.Check(err)
				_, err = post(ballotsURL(args[0], revision), b, http.StatusCreated)
				ts.Check(err)
			}
		}),
		// pass lets time pass by the demo's clock.
		"pass": word(2, "pass URL DURATION", func(s script, ts *testscript.TestScript, args []string) {
			d, err := time.ParseDuration(args[1])
			ts.Check(err)
			for seconds := int64(d.Seconds()); seconds > 0; {
				step := min(seconds, 30*daySeconds)
				a, err := send(http.MethodPost, args[0]+"/demo/clock", "application/x-www-form-urlencoded", []byte(url.Values{"seconds": {fmt.Sprint(step)}}.Encode()))
				ts.Check(err)
				if a.status != http.StatusSeeOther {
					ts.Fatalf("the clock answers %d %s", a.status, a.body)
				}
				seconds -= step
			}
		}),
		// key puts a member's key into $PERITUS_KEY.
		"key": word(2, "key DIR MEMBER", func(s script, ts *testscript.TestScript, args []string) {
			ts.Setenv("PERITUS_KEY", hex.EncodeToString(crypto.FromECDSA(who(s, ts, args[0], args[1]).key)))
		}),
		// number puts the number that the last command printed first into $NAME.
		"number": word(1, "number NAME", func(_ script, ts *testscript.TestScript, args []string) {
			ts.Setenv(args[0], regexp.MustCompile(`\d+`).FindString(ts.ReadFile("stdout")))
		}),
		"same": word(2, "same GOT WANT", func(_ script, ts *testscript.TestScript, args []string) {
			if args[0] != args[1] {
				ts.Fatalf("%s, not %s", args[0], args[1])
			}
		}),
		// status compares where a proposal stands.
		"status": word(3, "status URL REVISION STATUS", func(s script, ts *testscript.TestScript, args []string) {
			p := &process{TB: s, url: args[0]}
			if got := read[summary](s, p, "/api/v1/proposals/"+args[1]); got.Status != args[2] {
				ts.Fatalf("the proposal is %s, not %s", got.Status, args[2])
			}
		}),
	}
}

// forge writes a bundle whose statement was altered and signed with other keys.
func forge(ts *testscript.TestScript, args []string, alter func(*release.Statement)) {
	b, err := release.ParseBundle([]byte(ts.ReadFile(args[0])))
	ts.Check(err)
	_, statement, err := release.ParseEnvelope(b.Envelope)
	ts.Check(err)
	s, err := release.ParseStatement(statement)
	ts.Check(err)
	alter(&s)
	statement, err = document.Marshal(s)
	ts.Check(err)
	var signatures []release.Signature
	for _, arg := range args[2:] {
		name, file, _ := strings.Cut(arg, "=")
		key, err := release.ParsePrivateKey([]byte(ts.ReadFile(file)))
		ts.Check(err)
		sig, err := release.Sign(statement, name, key)
		ts.Check(err)
		signatures = append(signatures, sig)
	}
	b.Envelope, err = release.Assemble(statement, signatures)
	ts.Check(err)
	raw, err := b.Encode()
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), raw, 0o600))
}

// plainFiles is a TUF repository in a folder.
type plainFiles string

func (f plainFiles) Get(_ context.Context, name string) ([]byte, error) {
	return os.ReadFile(filepath.Join(string(f), name))
}

func (f plainFiles) Put(_ context.Context, files map[string][]byte) error {
	for name, raw := range files {
		path := filepath.Join(string(f), name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, raw, 0o600); err != nil {
			return err
		}
	}
	return nil
}

// current reads a head's version.
func current(ts *testscript.TestScript, server, head string) (document.Digest, map[string]any) {
	a, err := send(http.MethodGet, server+"/api/v1/documents", "", nil)
	ts.Check(err)
	var heads []struct {
		Head   string
		Digest document.Digest
	}
	ts.Check(json.Unmarshal(a.body, &heads))
	for _, h := range heads {
		if h.Head == head {
			return h.Digest, blob(ts, server, h.Digest.String())
		}
	}
	ts.Fatalf("there is no head %s", head)
	return document.Digest{}, nil
}

// successor reads a head's version as the draft of the next one.
func successor(ts *testscript.TestScript, server, head string) map[string]any {
	digest, doc := current(ts, server, head)
	var major, minor, patch int
	_, err := fmt.Sscanf(doc["version"].(string), "%d.%d.%d", &major, &minor, &patch)
	ts.Check(err)
	doc["version"], doc["parent"] = fmt.Sprintf("%d.0.0", major+1), digest
	return doc
}

func blob(ts *testscript.TestScript, server, digest string) map[string]any {
	a, err := send(http.MethodGet, server+"/blob/sha256/"+digest, "", nil)
	ts.Check(err)
	var doc map[string]any
	decoder := json.NewDecoder(strings.NewReader(string(a.body)))
	decoder.UseNumber()
	ts.Check(decoder.Decode(&doc))
	return doc
}

// The stories of testdata/life are about a demo that was walked once.
func TestStoriesOfALife(t *testing.T) {
	words := vocabulary(t)
	maps.Copy(words, life(t))
	testscript.Run(t, testscript.Params{Dir: "testdata/life", Cmds: words, RequireExplicitExec: true, RequireUniqueNames: true})
}
