package main

import (
	"bytes"
	"database/sql"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"golang.org/x/mod/sumdb/tlog"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/record"
)

// tampering is a demo's folder in the hands of somebody who wants another history.
type tampering struct {
	testing.TB
	dir     folder
	db      *sql.DB
	entries []record.Entry
	want    []string // more words that verify must say
}

// newTampering copies the demo's folder, without its chain unless that is wanted: what one byte does must be found from
// the record alone.
func newTampering(tb testing.TB, chain bool) *tampering {
	tb.Helper()
	dir, _ := seeded(tb)
	if !chain {
		if err := os.RemoveAll(dir.chain()); err != nil {
			tb.Fatal(err)
		}
	}
	m := &tampering{TB: tb, dir: dir, db: database(tb, dir)}
	rows, err := m.db.Query("SELECT bytes FROM entries ORDER BY idx")
	if err != nil {
		tb.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var raw []byte
		if err := rows.Scan(&raw); err != nil {
			tb.Fatal(err)
		}
		e, err := record.Decode(raw)
		if err != nil {
			tb.Fatal(err)
		}
		m.entries = append(m.entries, e)
	}
	if err := rows.Err(); err != nil || len(m.entries) < 20 {
		tb.Fatalf("%d entries: %v", len(m.entries), err)
	}
	return m
}

// exec runs a statement that must hit exactly one row.
func (m *tampering) exec(statement string, args ...any) {
	m.Helper()
	result, err := m.db.Exec(statement, args...)
	if err != nil {
		m.Fatalf("%s: %v", statement, err)
	}
	if n, err := result.RowsAffected(); err != nil || n != 1 {
		m.Fatalf("%s: %d rows changed, %v", statement, n, err)
	}
}

// flip changes one bit in the middle of a column of one row, keeping the column's type.
func (m *tampering) flip(table, column, where string, args ...any) {
	m.Helper()
	m.flipAfter("", table, column, where, args...)
}

// flipAfter changes the first byte after a text.
func (m *tampering) flipAfter(text, table, column, where string, args ...any) {
	m.Helper()
	var raw []byte
	var kind string
	if err := m.db.QueryRow("SELECT "+column+", typeof("+column+") FROM "+table+" WHERE "+where, args...).Scan(&raw, &kind); err != nil {
		m.Fatalf("%s.%s where %s: %v", table, column, where, err)
	}
	raw = flipped(m, raw, text)
	value := any(raw)
	if kind == "text" {
		value = string(raw)
	}
	m.exec("UPDATE "+table+" SET "+column+" = ? WHERE "+where, append([]any{value}, args...)...)
}

// flipped returns raw with one bit changed: in the byte after a text, or in the middle.
func flipped(tb testing.TB, raw []byte, after string) []byte {
	tb.Helper()
	at := len(raw) / 2
	if after != "" {
		at = bytes.Index(raw, []byte(after)) + len(after)
		if at < len(after) {
			tb.Fatalf("%q is not in %s", after, raw)
		}
	}
	out := bytes.Clone(raw)
	out[at] ^= 1
	return out
}

// flipFile changes one bit in the middle of a file.
func (m *tampering) flipFile(path ...string) {
	m.Helper()
	name := m.dir.path(path...)
	raw, err := os.ReadFile(name)
	if err != nil {
		m.Fatal(err)
	}
	if err := os.WriteFile(name, flipped(m, raw, ""), 0o600); err != nil {
		m.Fatal(err)
	}
}

// entry returns the index of the first entry of a kind.
func (m *tampering) entry(kind string) int {
	m.Helper()
	for i, e := range m.entries {
		if e.Kind == kind {
			return i
		}
	}
	m.Fatalf("the demo has no entry of kind %s", kind)
	return 0
}

// body reads the first entry of a kind.
func body[T any](m *tampering, kind string) T {
	m.Helper()
	var b T
	if err := document.Unmarshal(m.entries[m.entry(kind)].Body, &b); err != nil {
		m.Fatal(err)
	}
	return b
}

// blob returns the bytes of a digest.
func (m *tampering) blob(d document.Digest) []byte {
	m.Helper()
	var raw []byte
	if err := m.db.QueryRow("SELECT bytes FROM blobs WHERE digest = ?", d[:]).Scan(&raw); err != nil {
		m.Fatal(err)
	}
	return raw
}

func (m *tampering) flipBlob(d document.Digest) {
	m.Helper()
	m.flip("blobs", "bytes", "digest = ?", d[:])
}

// revision returns the first proposal's text.
func (m *tampering) revision() proposal.Revision {
	m.Helper()
	r, err := proposal.ParseRevision(m.blob(body[record.Proposed](m, record.KindProposed).Revision))
	if err != nil {
		m.Fatal(err)
	}
	return r
}

// reason returns the digest of the first reason that a voter gave.
func (m *tampering) reason() document.Digest {
	m.Helper()
	for _, e := range m.entries {
		var b record.Ballot
		if e.Kind == record.KindBallot && document.Unmarshal(e.Body, &b) == nil && !b.Reason.IsZero() {
			return b.Reason
		}
	}
	m.Fatal("no ballot of the demo has a reason")
	return document.Digest{}
}

// target returns the name of a published file whose own name ends so.
func (m *tampering) file(suffix string) string {
	m.Helper()
	var name string
	if err := m.db.QueryRow("SELECT name FROM tuf_files WHERE name LIKE ? ORDER BY length(name) DESC, name DESC", "%"+suffix).Scan(&name); err != nil {
		m.Fatalf("%s: %v", suffix, err)
	}
	return name
}

func (m *tampering) flipPublished(suffix string) {
	m.Helper()
	m.flip("tuf_files", "bytes", "name = ?", m.file(suffix))
}

// forge writes another log: entries, hashes and, if signed is set, a checkpoint that the log's own key signs. It is what
// an operator could do.
func (m *tampering) forge(signed bool, change func([]record.Entry) []record.Entry) {
	m.Helper()
	if _, err := m.db.Exec("DELETE FROM entries; DELETE FROM hashes"); err != nil {
		m.Fatal(err)
	}
	tree, id := &record.Tree{}, 0
	for i, e := range change(slices.Clone(m.entries)) {
		raw, err := e.Encode()
		if err != nil {
			m.Fatal(err)
		}
		m.exec("INSERT INTO entries (idx, bytes) VALUES (?, ?)", i, raw)
		for _, h := range tree.Append(raw) {
			m.exec("INSERT INTO hashes (id, hash) VALUES (?, ?)", id, h[:])
			id++
		}
	}
	if !signed {
		return
	}
	signer, _, err := m.dir.logKey(demoOrigin, false)
	if err != nil {
		m.Fatal(err)
	}
	root := tree.Root()
	note, err := record.Checkpoint{Origin: demoOrigin, Size: tree.Size(), Root: root}.Sign(signer)
	if err != nil {
		m.Fatal(err)
	}
	m.exec("UPDATE checkpoint SET size = ?, root = ?, note = ?", tree.Size(), root[:], note)
}

// replace puts new for old in the body of the first entry of a kind.
func (m *tampering) replace(kind, old, new string) func([]record.Entry) []record.Entry {
	return func(entries []record.Entry) []record.Entry {
		m.Helper()
		e := &entries[m.entry(kind)]
		body := bytes.Replace(e.Body, []byte(old), []byte(new), 1)
		if bytes.Equal(body, e.Body) {
			m.Fatalf("%q is not in %s", old, e.Body)
		}
		e.Body = body
		return entries
	}
}

// One byte of a data folder is changed, a row is taken away or one is put in: verify says so, and names what broke.
func TestTamperingIsFound(t *testing.T) {
	kinds := []string{record.KindGenesis, record.KindChain, record.KindProposed, record.KindAct, record.KindOpened, record.KindBallot, record.KindClosed,
		record.KindAnchored, record.KindFinal, record.KindIntent, record.KindReleased, record.KindAttested}
	type tamper struct {
		name string
		do   func(*tampering)
		want []string // in what verify says
	}
	cases := []tamper{
		// The log.
		{"the leaf's hash", func(m *tampering) { m.flip("hashes", "hash", "id = ?", tlog.StoredHashIndex(0, 7)) }, []string{"tile", "hash tiles of entries"}},
		{"an interior hash", func(m *tampering) { m.flip("hashes", "hash", "id = ?", tlog.StoredHashIndex(2, 1)) }, []string{"table hashes", "hash"}},
		{"a high hash", func(m *tampering) { m.flip("hashes", "hash", "id = ?", tlog.StoredHashIndex(5, 0)) }, []string{"table hashes", "hash"}},
		{"the last leaf's hash", func(m *tampering) {
			m.flip("hashes", "hash", "id = ?", tlog.StoredHashIndex(0, int64(len(m.entries)-1)))
		}, []string{"tile"}},
		{"a hash deleted", func(m *tampering) { m.exec("DELETE FROM hashes WHERE id = ?", tlog.StoredHashIndex(1, 3)) }, []string{"hash"}},
		{"a leaf's hash deleted", func(m *tampering) { m.exec("DELETE FROM hashes WHERE id = ?", tlog.StoredHashIndex(0, 3)) }, []string{"hash"}},
		{"the checkpoint's note", func(m *tampering) { m.flipAfter("\n", "checkpoint", "note", "id = 1") }, []string{"checkpoint"}},
		{"the checkpoint's signature", func(m *tampering) { m.flipAfter("— "+demoOrigin+" ", "checkpoint", "note", "id = 1") }, []string{"checkpoint"}},
		{"the checkpoint's root", func(m *tampering) { m.flip("checkpoint", "root", "id = 1") }, []string{"checkpoint", "root"}},
		{"the checkpoint's size", func(m *tampering) { m.exec("UPDATE checkpoint SET size = size - 1") }, []string{"checkpoint", "size"}},
		{"the checkpoint deleted", func(m *tampering) { m.exec("DELETE FROM checkpoint") }, []string{"checkpoint", "missing"}},
		{"the checkpoint emptied", func(m *tampering) { m.exec("UPDATE checkpoint SET size = 0") }, []string{"checkpoint", "missing"}},
		{"the last entry deleted", func(m *tampering) { m.exec("DELETE FROM entries WHERE idx = ?", len(m.entries)-1) }, []string{"missing"}},
		{"a ballot's entry deleted", func(m *tampering) { m.exec("DELETE FROM entries WHERE idx = ?", m.entry(record.KindBallot)) }, []string{"missing"}},
		{"the genesis deleted", func(m *tampering) { m.exec("DELETE FROM entries WHERE idx = 0") }, []string{"missing"}},
		{"a ballot and all hashes that follow from it", func(m *tampering) {
			m.forge(false, m.replace(record.KindBallot, `"choice":"for"`, `"choice":"against"`))
		}, []string{"tile", "do not lead to the checkpoint"}},
		{"an entry beyond the checkpoint", func(m *tampering) {
			m.exec("INSERT INTO entries (idx, bytes) SELECT idx + 1, bytes FROM entries ORDER BY idx DESC LIMIT 1")
		}, []string{"entries"}},

		{"a hash beyond the checkpoint", func(m *tampering) {
			m.exec("INSERT INTO hashes (id, hash) SELECT id + 1, hash FROM hashes ORDER BY id DESC LIMIT 1")
		}, []string{"table hashes"}},

		// What the operator signs with the log's own key.
		{"the operator changes a vote", func(m *tampering) {
			m.forge(true, m.replace(record.KindBallot, `"choice":"for"`, `"choice":"against"`))
		}, []string{"(ballot)", "signature"}},
		{"the operator drops a vote", func(m *tampering) {
			m.forge(true, func(entries []record.Entry) []record.Entry {
				at := m.entry(record.KindBallot)
				return append(entries[:at], entries[at+1:]...)
			})
		}, []string{"(closed)", "follows from the record"}},
		{"the operator counts a vote twice", func(m *tampering) {
			m.forge(true, func(entries []record.Entry) []record.Entry {
				at := m.entry(record.KindBallot)
				return slices.Insert(entries, at+1, entries[at])
			})
		}, []string{"(ballot)", "sequence"}},
		{"the operator moves a deadline", func(m *tampering) {
			closes := body[record.Opened](m, record.KindOpened).Closes
			m.forge(true, m.replace(record.KindOpened, closes.String(), closes.Add(3600).String()))
		}, []string{"(opened)", "follows from the record"}},
		{"the operator changes a weight", func(m *tampering) {
			total := body[record.Opened](m, record.KindOpened).Chambers[proposal.Experts].Total
			m.forge(true, m.replace(record.KindOpened, `"total":"`+total.String()+`"`, `"total":"1`+total.String()+`"`))
		}, []string{"(opened)", "follows from the record"}},
		{"the operator turns an outcome", func(m *tampering) {
			m.forge(true, m.replace(record.KindClosed, `"outcome":"passed"`, `"outcome":"rejected"`))
		}, []string{"(closed)", "follows from the record"}},
		{"the operator invents an anchor", func(m *tampering) {
			root := body[record.Anchored](m, record.KindAnchored).Root
			other := root
			other[0] ^= 1
			m.forge(true, m.replace(record.KindAnchored, root.String(), other.String()))
		}, []string{"(anchored)", "not that of this log"}},
		{"the operator releases something else", func(m *tampering) {
			intent := body[record.Intent](m, record.KindIntent)
			m.forge(true, m.replace(record.KindIntent, intent.Document.String(), m.revision().Changes["spec/chat"].Base.String()))
		}, []string{"(release-intent)", "follows from the record"}},

		{"the operator changes what a member said", func(m *tampering) {
			m.forge(true, m.replace(record.KindAct, `"act":"sponsor"`, `"act":"withdraw"`))
		}, []string{"(act)", "signature"}},
		{"the operator drops a sponsor", func(m *tampering) {
			m.forge(true, func(entries []record.Entry) []record.Entry {
				at := m.entry(record.KindAct)
				return append(entries[:at], entries[at+1:]...)
			})
		}, []string{"(act)"}}, // those after it name an objection by its place in the log
		{"an act's text", func(m *tampering) {
			for _, e := range m.entries {
				var b record.Act
				if e.Kind == record.KindAct && document.Unmarshal(e.Body, &b) == nil && !b.Text.IsZero() {
					m.flipBlob(b.Text)
					return
				}
			}
			m.Fatal("no act of the demo has a text")
		}, []string{"(act)", "text"}},
		{"an act's row", func(m *tampering) { m.flipAfter(`"act":"`, "acts", "data", "idx = (SELECT min(idx) FROM acts)") }, []string{"table acts"}},
		{"an act's member", func(m *tampering) { m.flip("acts", "member", "idx = (SELECT min(idx) FROM acts)") }, []string{"table acts"}},
		{"an act's row deleted", func(m *tampering) { m.exec("DELETE FROM acts WHERE idx = ?", m.entry(record.KindAct)) }, []string{"table acts"}},

		// What entries name by digest.
		{"a document that a proposal changed", func(m *tampering) {
			for _, c := range m.revision().Changes {
				m.flipBlob(c.Document)
				return
			}
		}, []string{"bytes"}},
		{"a document of the genesis", func(m *tampering) {
			m.flipBlob(body[record.Genesis](m, record.KindGenesis).Heads["mixture/pretraining"])
		}, []string{"entry 0 (genesis)", "bytes"}},
		{"the policy", func(m *tampering) { m.flipBlob(body[record.Genesis](m, record.KindGenesis).Heads[policyHead]) }, []string{"entry 0 (genesis)", "bytes"}},
		{"a revision", func(m *tampering) { m.flipBlob(body[record.Proposed](m, record.KindProposed).Revision) }, []string{"(proposed)", "bytes"}},
		{"a title", func(m *tampering) { m.flipBlob(m.revision().Title.Text) }, []string{"(proposed)", "title"}},
		{"a summary", func(m *tampering) { m.flipBlob(m.revision().Summary) }, []string{"(proposed)", "summary"}},
		{"a reason", func(m *tampering) { m.flipBlob(m.reason()) }, []string{"(ballot)", "reason"}},
		{"a reason deleted", func(m *tampering) { d := m.reason(); m.exec("DELETE FROM blobs WHERE digest = ?", d[:]) }, []string{"(text)", "missing", "redacted"}},
		{"the badge events", func(m *tampering) { m.flipBlob(body[record.ChainRange](m, record.KindChain).Events) }, []string{"(chain)", "bytes"}},
		{"an electorate", func(m *tampering) { m.flipBlob(body[record.Opened](m, record.KindOpened).List) }, []string{"(opened)", "bytes"}},
		{"a tally", func(m *tampering) { m.flipBlob(body[record.Closed](m, record.KindClosed).Tally) }, []string{"(closed)", "bytes"}},
		{"a tally deleted", func(m *tampering) {
			d := body[record.Closed](m, record.KindClosed).Tally
			m.exec("DELETE FROM blobs WHERE digest = ?", d[:])
		}, []string{"(closed)", "missing"}},
		{"the release bundle", func(m *tampering) { m.flipBlob(body[record.Released](m, record.KindReleased).Bundle) }, []string{"(released)", "bytes"}},

		// What is published.
		{"the published bundle", func(m *tampering) { m.flipPublished(".1.bundle.json") }, []string{"published file", "bundle.json"}},
		{"the published bundle deleted", func(m *tampering) { m.exec("DELETE FROM tuf_files WHERE name = ?", m.file(".1.bundle.json")) }, []string{"published file", "bundle.json"}},
		{"the published envelope", func(m *tampering) { m.flipPublished(".1.envelope.json") }, []string{"published file", "envelope.json"}},
		{"the published pointer to the latest release", func(m *tampering) { m.flipPublished(".latest.json") }, []string{"published file", "latest.json"}},
		{"the TUF targets", func(m *tampering) { m.flipPublished("targets.json") }, []string{"published file", "targets.json"}},
		{"the TUF snapshot", func(m *tampering) { m.flipPublished("snapshot.json") }, []string{"published file", "snapshot.json"}},
		{"the TUF timestamp", func(m *tampering) { m.flip("tuf_files", "bytes", "name = 'timestamp.json'") }, []string{"published file", "timestamp.json"}},
		{"the TUF timestamp's signature", func(m *tampering) { m.flipAfter(`"sig":"`, "tuf_files", "bytes", "name = 'timestamp.json'") }, []string{"published file", "timestamp.json"}},
		{"the TUF root", func(m *tampering) { m.flipPublished("1.root.json") }, []string{"published file", "root.json"}},

		// The rows that follow from the log.
		{"a ballot's choice", func(m *tampering) {
			m.exec("UPDATE ballots SET choice = 'against' WHERE idx = (SELECT min(idx) FROM ballots WHERE choice = 'for')")
		}, []string{"table ballots", "ballot of entry"}},
		{"a ballot's hash", func(m *tampering) { m.flip("ballots", "hash", "idx = (SELECT max(idx) FROM ballots)") }, []string{"table ballots"}},
		{"a ballot's voter", func(m *tampering) { m.flip("ballots", "voter", "idx = (SELECT min(idx) FROM ballots)") }, []string{"table ballots"}},
		{"a ballot's sequence", func(m *tampering) {
			m.exec("UPDATE ballots SET sequence = 2 WHERE idx = (SELECT min(idx) FROM ballots)")
		}, []string{"table ballots"}},
		{"a ballot's row deleted", func(m *tampering) { m.exec("DELETE FROM ballots WHERE idx = ?", m.entry(record.KindBallot)) }, []string{"table ballots", "missing"}},
		{"the last ballot's row deleted", func(m *tampering) { m.exec("DELETE FROM ballots WHERE idx = (SELECT max(idx) FROM ballots)") }, []string{"table ballots", "missing"}},
		{"a ballot's row put in", func(m *tampering) {
			m.exec("INSERT INTO ballots (idx, proposal, voter, sequence, hash, choice) SELECT 3, proposal, voter, 9, hash, choice FROM ballots LIMIT 1")
		}, []string{"table ballots"}},
		{"a ballot's row put in at the end", func(m *tampering) {
			m.exec("INSERT INTO ballots (idx, proposal, voter, sequence, hash, choice) SELECT 99999, proposal, voter, 9, hash, choice FROM ballots LIMIT 1")
		}, []string{"table ballots"}},
		{"a proposal's data", func(m *tampering) { m.flipAfter(`"status":"`, "proposals", "data", "status = 'final'") }, []string{"table proposals"}},
		{"a proposal's status", func(m *tampering) { m.exec("UPDATE proposals SET status = 'rejected' WHERE status = 'final'") }, []string{"table proposals"}},
		{"a proposal deleted", func(m *tampering) { m.exec("DELETE FROM proposals WHERE idx = (SELECT max(idx) FROM proposals)") }, []string{"the table"}},
		{"a badge's level", func(m *tampering) {
			m.flipAfter(`"Level":`, "badges", "data", "holder = (SELECT min(holder) FROM badges) AND type = (SELECT min(type) FROM badges WHERE holder = (SELECT min(holder) FROM badges))")
		}, []string{"table badges"}},
		{"a badge deleted", func(m *tampering) { m.exec("DELETE FROM badges WHERE rowid = (SELECT max(rowid) FROM badges)") }, []string{"table badges"}},
		{"a badge put in", func(m *tampering) {
			m.exec("INSERT INTO badges (holder, type, data) SELECT x'" + strings.Repeat("ee", 20) + "', type, data FROM badges LIMIT 1")
		}, []string{"table badges"}},
		{"a badge type", func(m *tampering) { m.flip("badge_types", "domain", "id = 1") }, []string{"table badge_types"}},
		{"a head's digest", func(m *tampering) { m.flip("heads", "digest", "name = 'spec/chat'") }, []string{"table heads", "spec/chat"}},
		{"a head's data", func(m *tampering) { m.flipAfter(`"digest":"`, "heads", "data", "name = 'policy/main'") }, []string{"table heads", "policy/main"}},
		{"a head deleted", func(m *tampering) { m.exec("DELETE FROM heads WHERE name = 'dataset/books1'") }, []string{"table heads", "dataset/books1"}},
		{"a head put in", func(m *tampering) {
			m.exec("INSERT INTO heads (name, digest, data) SELECT 'spec/other', digest, data FROM heads LIMIT 1")
		}, []string{"table heads", "spec/other"}},
		{"an anchor's size", func(m *tampering) {
			m.exec("UPDATE anchors SET size = size + 1 WHERE idx = (SELECT max(idx) FROM anchors)")
		}, []string{"table anchors"}},
		{"an anchor's data", func(m *tampering) { m.flipAfter(`"tx":"0x`, "anchors", "data", "idx = (SELECT min(idx) FROM anchors)") }, []string{"table anchors"}},
		{"an anchor deleted", func(m *tampering) { m.exec("DELETE FROM anchors WHERE idx = (SELECT max(idx) FROM anchors)") }, []string{"table anchors"}},
		{"a release's data", func(m *tampering) { m.flipAfter(`"statement":"`, "releases", "data", "sequence = 1") }, []string{"table releases"}},
		{"a release deleted", func(m *tampering) { m.exec("DELETE FROM releases WHERE sequence = 1") }, []string{"table releases"}},
		{"a node's report", func(m *tampering) { m.flipAfter(`"config":"`, "nodes", "data", "channel = 'chat/stable'") }, []string{"table nodes"}},
		{"a node deleted", func(m *tampering) { m.exec("DELETE FROM nodes WHERE channel = 'chat/stable'") }, []string{"table nodes"}},

		// The files of the folder.
		{"genesis.json", func(m *tampering) { m.flipFile("genesis.json") }, []string{"genesis.json"}},
		{"root.json", func(m *tampering) { m.flipFile("root.json") }, []string{"root.json"}},
		{"the node's bundle", func(m *tampering) { m.flipFile("node", "releases", "1", "bundle.json") }, []string{"node", "bundle.json"}},
		{"the node's document", func(m *tampering) { m.flipFile("node", "releases", "1", "document.json") }, []string{"node", "document.json"}},
		{"the node's configuration", func(m *tampering) { m.flipFile("node", "releases", "1", "config", "vllm.yaml") }, []string{"node", "vllm.yaml"}},
	}
	for _, kind := range kinds {
		cases = append(cases, tamper{"an entry of kind " + kind, func(m *tampering) {
			m.want = []string{fmt.Sprintf("entry %d ", m.entry(kind))}
			if kind != record.KindGenesis { // which is read before all others
				m.want = append(m.want, "its bytes are not those that the log committed to")
			}
			m.flip("entries", "bytes", "idx = ?", m.entry(kind))
		}, nil})
	}
	t.Run("nothing", func(t *testing.T) {
		t.Parallel()
		m := newTampering(t, false)
		if got := peritus(t, "verify", string(m.dir)); got.code != exitOK {
			t.Errorf("an untouched folder: exit status %d\n%s%s", got.code, got.stdout, got.stderr)
		}
	})
	for _, c := range cases {
		t.Run(strings.ReplaceAll(c.name, " ", "-"), func(t *testing.T) {
			t.Parallel()
			m := newTampering(t, false)
			c.do(m)
			if err := m.db.Close(); err != nil {
				t.Fatal(err)
			}
			got := peritus(t, "verify", string(m.dir))
			t.Logf("exit %d: %s", got.code, got.stderr)
			if got.code != exitRefuted {
				t.Errorf("exit status %d, want %d; it said:\n%s%s", got.code, exitRefuted, got.stdout, got.stderr)
			}
			if !strings.HasPrefix(got.stderr, "peritus verify: refuted: ") || strings.Count(got.stderr, "refuted") != 1 || strings.Count(got.stderr, "\n") != 1 {
				t.Errorf("the answer is not one line that says once that it is refuted:\n%s", got.stderr)
			}
			for _, want := range append(c.want, m.want...) {
				if !strings.Contains(got.stderr, want) {
					t.Errorf("the answer does not say %q:\n%s", want, got.stderr)
				}
			}
		})
	}
}

// An operator who signs another history with the log's own key is contradicted by the chain.
func TestTamperingIsFoundOnTheChain(t *testing.T) {
	for _, c := range []struct {
		name string
		do   func(*tampering)
		want []string
	}{
		{"another genesis", func(m *tampering) {
			m.forge(true, m.replace(record.KindGenesis, `"name":"Peritus demo"`, `"name":"Peritus Demo"`))
		}, []string{"entry 0 (genesis)", "pin"}},
		{"an invented badge", func(m *tampering) {
			var r record.ChainRange
			last := len(m.entries) - 1
			for m.entries[last].Kind != record.KindChain {
				last--
			}
			if err := document.Unmarshal(m.entries[last].Body, &r); err != nil || r.Count != 0 {
				m.Fatalf("the last blocks of the demo have %d events: %v", r.Count, err)
			}
			var events []badge.Event
			if err := document.Unmarshal(m.blob(body[record.ChainRange](m, record.KindChain).Events), &events); err != nil {
				m.Fatal(err)
			}
			e := events[len(events)-1]
			e.Holder = common.HexToAddress("0xe1")
			e.ID, e.Block, e.Time, e.Index = badge.TokenID(e.Holder, e.Type), r.To, uint64(r.Time), 1
			raw, err := document.Marshal([]badge.Event{e})
			if err != nil {
				m.Fatal(err)
			}
			r.Count, r.Events = 1, document.Sum(raw)
			m.exec("INSERT INTO blobs (digest, bytes) VALUES (?, ?)", r.Events[:], raw)
			m.want = []string{fmt.Sprintf("entry %d (chain)", last)}
			m.forge(true, func(entries []record.Entry) []record.Entry {
				if entries[last].Body, err = document.Marshal(r); err != nil {
					m.Fatal(err)
				}
				return entries
			})
		}, []string{"event"}},
		{"an invented transaction", func(m *tampering) {
			tx := body[record.Anchored](m, record.KindAnchored).Tx
			other := tx
			other[0] ^= 1
			m.forge(true, m.replace(record.KindAnchored, tx.Hex(), other.Hex()))
		}, []string{"(anchored)"}},
	} {
		t.Run(strings.ReplaceAll(c.name, " ", "-"), func(t *testing.T) {
			t.Parallel()
			m := newTampering(t, true)
			c.do(m)
			if err := m.db.Close(); err != nil {
				t.Fatal(err)
			}
			got := peritus(t, "verify", string(m.dir))
			t.Logf("exit %d: %s", got.code, got.stderr)
			if got.code != exitRefuted {
				t.Errorf("exit status %d, want %d; it said:\n%s%s", got.code, exitRefuted, got.stdout, got.stderr)
			}
			for _, want := range append(c.want, m.want...) {
				if !strings.Contains(got.stderr, want) {
					t.Errorf("the answer does not say %q:\n%s", want, got.stderr)
				}
			}
		})
	}
}
