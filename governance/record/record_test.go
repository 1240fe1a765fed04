package record

import (
	"bytes"
	"crypto/ed25519"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"golang.org/x/mod/sumdb/note"

	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/governance/document"
)

const origin = "peritus.example/log"

// key returns a note key that is always the same for a name.
func key(tb testing.TB, name string) (note.Signer, note.Verifier) {
	tb.Helper()
	skey, vkey, err := note.GenerateKey(bytes.NewReader(bytes.Repeat([]byte(name), ed25519.SeedSize)), name)
	if err != nil {
		tb.Fatal(err)
	}
	s, err := note.NewSigner(skey)
	if err != nil {
		tb.Fatal(err)
	}
	v, err := note.NewVerifier(vkey)
	if err != nil {
		tb.Fatal(err)
	}
	return s, v
}

func ballot(tb testing.TB) Entry {
	tb.Helper()
	at, err := document.ParseTime("2026-11-22T13:00:00Z")
	if err != nil {
		tb.Fatal(err)
	}
	return Entry{Schema: EntrySchema, Kind: "ballot", Time: at, Actor: "0x" + strings.Repeat("ab", 20),
		Body: json.RawMessage(`{"choice":"for","kind":"x","sequence":1}`), Signature: "0x" + strings.Repeat("0f", 65)}
}

func encode(tb testing.TB, e Entry) []byte {
	tb.Helper()
	raw, err := e.Encode()
	if err != nil {
		tb.Fatal(err)
	}
	return raw
}

func TestEntryRoundTrip(t *testing.T) {
	unsigned := ballot(t)
	unsigned.Signature, unsigned.Actor, unsigned.Schema = "", "log", ""
	unsigned.Body = json.RawMessage(` { "b" : 1, "a" : [ "é\n" ] } `[1:])
	vouched := ballot(t)
	vouched.Signature = "0x" + strings.Repeat("0f", wallet.MaxProof)
	vouched.Wallet = &wallet.Answer{Block: 7, BlockHash: common.Hash{1}, Code: common.Hash{2}, Result: wallet.Magic}
	for _, e := range []Entry{ballot(t), unsigned, vouched} {
		raw := encode(t, e)
		if err := document.IsCanonical(raw); err != nil {
			t.Errorf("%s is not canonical: %v", raw, err)
		}
		got, err := Decode(raw)
		if err != nil {
			t.Fatal(err)
		}
		if again := encode(t, got); !bytes.Equal(again, raw) {
			t.Errorf("read and written again: %s, want %s", again, raw)
		}
	}
}

func TestEntriesThatAreRefused(t *testing.T) {
	good := string(encode(t, ballot(t)))
	vouched := ballot(t)
	vouched.Wallet = &wallet.Answer{Block: 7, Result: wallet.Magic}
	_, answer, _ := strings.Cut(strings.TrimSuffix(string(encode(t, vouched)), "}"), `"wallet":`)
	for name, raw := range map[string]string{
		"nothing":                 "",
		"white space":             strings.Replace(good, ":", ": ", 1),
		"trailing newline":        good + "\n",
		"trailing data":           good + "{}",
		"unknown field":           strings.Replace(good, `,"schema"`, `,"note":1,"schema"`, 1),
		"keys out of order":       `{"body":{},"actor":"log","kind":"x","schema":"peritus/entry/v1","time":"2026-11-22T13:00:00Z"}`,
		"a missing time":          `{"actor":"log","body":{},"kind":"x","schema":"peritus/entry/v1"}`,
		"a missing actor":         `{"body":{},"kind":"x","schema":"peritus/entry/v1","time":"2026-11-22T13:00:00Z"}`,
		"an empty signature":      `{"actor":"log","body":{},"kind":"x","schema":"peritus/entry/v1","signature":"","time":"2026-11-22T13:00:00Z"}`,
		"a key in capitals":       strings.Replace(good, `"kind":"ballot"`, `"Kind":"ballot"`, 1),
		"another schema":          strings.Replace(good, "entry/v1", "entry/v2", 1),
		"a kind in capitals":      strings.Replace(good, `"ballot"`, `"Ballot"`, 1),
		"an address in capitals":  strings.Replace(good, "0xabab", "0xABAB", 1),
		"a short address":         strings.Replace(good, "0xabab", "0xab", 1),
		"a signature of odd size": strings.Replace(good, "0x0f0f", "0x0f0", 1),
		"a body that is a list":   `{"actor":"log","body":[],"kind":"x","schema":"peritus/entry/v1","time":"2026-11-22T13:00:00Z"}`,
		"a body out of order":     `{"actor":"log","body":{"b":1,"a":2},"kind":"x","schema":"peritus/entry/v1","time":"2026-11-22T13:00:00Z"}`,
		"a time with a fraction":  strings.Replace(good, "00:00Z", "00:00.0Z", 1),
		"a time in another zone":  strings.Replace(good, "00:00Z", "00:00+00:00", 1),
		"a time before 1970":      strings.Replace(good, "2026", "1926", 1),
		"a body that ends early":  strings.Replace(good, `"sequence":1}`, `"sequence":1},"kind":"y"`, 1),
		"half an answer":          strings.Replace(good, `00Z"`, `00Z","wallet":{"block":1}`, 1),
		"no answer at all":        strings.Replace(good, `00Z"`, `00Z","wallet":null`, 1),
		"an answer for nothing":   strings.Replace(`{"actor":"log","body":{},"kind":"x","schema":"peritus/entry/v1","time":"2026-11-22T13:00:00Z","wallet":X}`, "X", answer, 1),
		"an answer of two":        strings.Replace(good, `00Z"`, `00Z","wallet":`+answer+`,"wallet":`+answer, 1),
		"more than 16 KiB":        strings.Replace(good, `"for"`, `"`+strings.Repeat("x", MaxEntry)+`"`, 1),
	} {
		if e, err := Decode([]byte(raw)); err == nil {
			t.Errorf("%s: accepted as %+v", name, e)
		} else if strings.ContainsAny(err.Error(), "\n") || len(err.Error()) > 400 {
			t.Errorf("%s: the message is not one line: %v", name, err)
		}
	}
	long := ballot(t)
	long.Body = json.RawMessage(`{"text":"` + strings.Repeat("x", MaxEntry) + `"}`)
	if _, err := long.Encode(); err == nil || !strings.Contains(err.Error(), "blob") {
		t.Errorf("an entry of more than 16 KiB: %v", err)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(encode(f, ballot(f)))
	vouched := ballot(f)
	vouched.Wallet = &wallet.Answer{Block: 7, Result: wallet.Magic}
	f.Add(encode(f, vouched))
	posted := ballot(f)
	posted.Posted = &Posted{Block: 7, Index: 3, Time: 1_790_000_000, Tx: common.Hash{1}}
	f.Add(encode(f, posted))
	f.Add([]byte(`{"actor":"log","body":{"kind":"x","time":"y"},"kind":"chain","schema":"peritus/entry/v1","time":"1970-01-01T00:00:00Z"}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		e, err := Decode(raw)
		if err != nil {
			return
		}
		if again := encode(t, e); !bytes.Equal(again, raw) {
			t.Fatalf("two spellings of one entry: %q and %q", raw, again)
		}
		// The quick way and the ordinary one must read the same.
		var slow Entry
		if err := document.Unmarshal(raw, &slow); err != nil {
			t.Fatalf("accepted what the strict reader refuses: %v", err)
		}
		if again := encode(t, slow); !bytes.Equal(again, raw) {
			t.Fatalf("the strict reader reads %q", again)
		}
	})
}

func checkpoint(tb testing.TB, n int) (Checkpoint, []byte, StoredHashes) {
	tb.Helper()
	s, _ := key(tb, origin)
	tree, stored := grow(tb, n)
	c := Checkpoint{Origin: origin, Size: tree.Size(), Root: tree.Root()}
	msg, err := c.Sign(s)
	if err != nil {
		tb.Fatal(err)
	}
	return c, msg, stored
}

func TestCheckpoint(t *testing.T) {
	_, v := key(t, origin)
	want, msg, _ := checkpoint(t, 7)
	got, _, err := OpenCheckpoint(msg, origin, v)
	if err != nil || got != want {
		t.Fatalf("%+v, %v, want %+v", got, err, want)
	}

	sw, vw := key(t, "witness.example")
	cosigned, err := note.Sign(&note.Note{Text: want.Text()}, sw)
	if err != nil {
		t.Fatal(err)
	}
	_, sig, _ := strings.Cut(string(cosigned), "\n\n")
	both := append(bytes.Clone(msg), sig...)
	if _, n, err := OpenCheckpoint(both, origin, v, vw); err != nil || len(n.Sigs) != 2 {
		t.Errorf("log and witness: %v", err)
	}
	if _, n, err := OpenCheckpoint(both, origin, v); err != nil || len(n.Sigs) != 1 || len(n.UnverifiedSigs) != 1 {
		t.Errorf("an unknown witness must be ignored: %v", err)
	}
	if _, _, err := OpenCheckpoint(cosigned, origin, v, vw); err == nil {
		t.Error("a checkpoint that only a witness signed was accepted")
	}
	if _, _, err := OpenCheckpoint(msg, "another.example/log", v); err == nil {
		t.Error("the checkpoint of another log was accepted")
	}
	if _, _, err := OpenCheckpoint(bytes.Replace(msg, []byte("\n7\n"), []byte("\n8\n"), 1), origin, v); err == nil {
		t.Error("an altered size was accepted")
	}
	// A signature of 68 bytes leaves two bits of its base64 unused.
	for i := range msg {
		for bit := range 7 {
			altered := bytes.Clone(msg)
			altered[i] ^= 1 << bit
			if _, _, err := OpenCheckpoint(altered, origin, v); err == nil {
				t.Errorf("bit %d of byte %d of the checkpoint may be either", bit, i)
			}
		}
	}
	if _, _, err := OpenCheckpoint(append(msg, bytes.Repeat([]byte("x"), MaxCheckpoint)...), origin, v); err == nil {
		t.Error("an oversized checkpoint was accepted")
	}
}

// Even a log's own key cannot make a checkpoint in another spelling.
func TestCheckpointSpelling(t *testing.T) {
	s, v := key(t, origin)
	root := "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
	for _, text := range []string{
		origin + "\n07\n" + root + "\n",
		origin + "\n+7\n" + root + "\n",
		origin + "\n-7\n" + root + "\n",
		origin + "\n9007199254740992\n" + root + "\n",
		origin + "\n7\n" + root + "\nextension\n",
		origin + "\n7\n" + root[:43] + "\n",
		origin + "\n7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n",
		"\n7\n" + root + "\n",
		origin + "\n7\n",
	} {
		msg, err := note.Sign(&note.Note{Text: text}, s)
		if err != nil {
			t.Fatal(err)
		}
		if c, _, err := OpenCheckpoint(msg, origin, v); err == nil {
			t.Errorf("%q was read as %+v", text, c)
		}
	}
	if _, err := (Checkpoint{Origin: "a\nb", Size: 1}).Sign(s); err == nil {
		t.Error("an origin of two lines was signed")
	}
	if _, err := (Checkpoint{Origin: "a", Size: -1}).Sign(s); err == nil {
		t.Error("a negative size was signed")
	}
	if _, err := (Checkpoint{Origin: "a", Size: 1}).Sign(); err == nil {
		t.Error("a checkpoint without a signature was written")
	}
}

func FuzzOpenCheckpoint(f *testing.F) {
	_, v := key(f, origin)
	_, msg, _ := checkpoint(f, 5)
	f.Add(msg)
	f.Fuzz(func(t *testing.T, msg []byte) {
		c, n, err := OpenCheckpoint(msg, origin, v)
		if err == nil && c.Text() != n.Text {
			t.Fatalf("two spellings of one checkpoint: %q", n.Text)
		}
		if got, err := parseCheckpoint(string(msg)); err == nil && got.Text() != string(msg) {
			t.Fatalf("two spellings of one checkpoint body: %q", msg)
		}
	})
}

func TestTilePaths(t *testing.T) {
	for path, want := range map[string]Tile{
		"tile/0/000":                     {0, 0, 256},
		"tile/0/x001/x234/067":           {0, 1234067, 256},
		"tile/6/x999/000.p/1":            {6, 999000, 1},
		"tile/entries/273.p/112":         {EntriesLevel, 273, 112},
		"tile/entries/x001/000":          {EntriesLevel, 1000, 256},
		"tile/0/x035/x184/x372/x088/831": {0, 35184372088831, 256},
	} {
		got, err := ParseTilePath(path)
		if err != nil || got != want {
			t.Errorf("%s: %+v, %v, want %+v", path, got, err, want)
		}
		if TilePath(want) != path {
			t.Errorf("%+v: %s, want %s", want, TilePath(want), path)
		}
	}
	for _, path := range []string{
		"", "tile", "tile/", "tile/0", "tile/0/", "tile/0/0", "tile/0/00", "tile/0/0000", "tile/0/x000/000", "tile/0/x001",
		"tile/0/001/002", "tile/00/000", "tile/7/000", "tile/-1/000", "tile/data/000", "tile/0/000.p/0", "tile/0/000.p/256",
		"tile/0/000.p/01", "tile/0/000.p/", "tile/0/000/p/1", "tile/8/0/000", "/tile/0/000", "tile/0/000/", "tile/0/x035/x184/x372/x088/832",
		"tile/0/+01", "tile/0/x999/x999/x999/x999/x999/x999/x999/999", "tile/0/000.p/1.p/1", "tile/0/x0x1/000",
	} {
		if got, err := ParseTilePath(path); err == nil {
			t.Errorf("%q was read as %+v", path, got)
		}
	}
}

func FuzzParseTilePath(f *testing.F) {
	f.Add("tile/0/x001/x234/067.p/8")
	f.Fuzz(func(t *testing.T, path string) {
		if tile, err := ParseTilePath(path); err == nil && TilePath(tile) != path {
			t.Fatalf("two paths of one tile: %q and %q", path, TilePath(tile))
		}
	})
}

// A verifier that trusts nothing but the checkpoint reads tiles from a mirror and proves what it likes.
func TestTilesFromAMirror(t *testing.T) {
	const n = 70_000 // C2SP's own example: 273 full and one partial tile of width 112 on level 0, and so on
	tree, stored := grow(t, n)
	widths := map[int]int{}
	for _, tile := range NewTiles(0, n) {
		if tile.Width < TileWidth {
			widths[tile.Level] = tile.Width
		}
		if !tile.In(n) {
			t.Errorf("%s is not in its own tree", tile)
		}
	}
	if len(widths) != 3 || widths[0] != 112 || widths[1] != 17 || widths[2] != 1 {
		t.Errorf("partial tiles %v, want 112, 17 and 1 wide", widths)
	}
	for _, tile := range []Tile{{0, 273, 113}, {0, 274, 1}, {2, 0, 2}, {3, 0, 1}, {0, 273, 0}} {
		if tile.In(n) {
			t.Errorf("%+v is not in a tree of %d", tile, n)
		}
	}
	mirror := TileHashes(n, tree.Root(), func(tile Tile) ([]byte, error) { return ReadTile(tile, stored) })
	for _, i := range []int64{0, 255, 256, 65_535, 65_536, n - 1} {
		proof, err := ProveInclusion(n, i, mirror)
		if err != nil {
			t.Fatal(err)
		}
		if err := CheckInclusion(proof, n, tree.Root(), i, LeafHash(leaves(int(i) + 1)[i])); err != nil {
			t.Error(err)
		}
	}
	lying := TileHashes(n, tree.Root(), func(tile Tile) ([]byte, error) {
		data, err := ReadTile(tile, stored)
		if err == nil && tile.Level == 0 && tile.Index == 1 {
			data[5] ^= 1
		}
		return data, err
	})
	if _, err := ProveInclusion(n, 300, lying); err == nil {
		t.Error("an altered tile was believed")
	}
	truncated := TileHashes(n, tree.Root(), func(tile Tile) ([]byte, error) {
		data, err := ReadTile(tile, stored)
		return data[:len(data)/2], err
	})
	if _, err := ProveInclusion(n, 300, truncated); err == nil || !strings.Contains(err.Error(), "tile/") {
		t.Errorf("a truncated tile: %v", err)
	}
}

func TestEntriesTile(t *testing.T) {
	entries := leaves(TileWidth)
	entries[3] = nil
	bundle, err := EntriesTile(entries)
	if err != nil {
		t.Fatal(err)
	}
	got, err := ParseEntriesTile(bundle)
	if err != nil || len(got) != TileWidth || !bytes.Equal(got[255], entries[255]) || len(got[3]) != 0 {
		t.Fatalf("%d entries, %v", len(got), err)
	}
	for name, b := range map[string][]byte{
		"empty":              {},
		"half a length":      bundle[:1],
		"half an entry":      bundle[:5],
		"257 entries":        append(bytes.Clone(bundle), 0, 0),
		"an entry too large": {0xff, 0xff},
	} {
		if _, err := ParseEntriesTile(b); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
	if _, err := EntriesTile([][]byte{make([]byte, MaxEntry+1)}); err == nil {
		t.Error("an entry of more than 16 KiB was framed")
	}
	if _, err := EntriesTile(leaves(257)); err == nil {
		t.Error("257 entries were framed")
	}
}

func FuzzParseEntriesTile(f *testing.F) {
	bundle, _ := EntriesTile(leaves(3))
	f.Add(bundle)
	f.Fuzz(func(t *testing.T, b []byte) {
		entries, err := ParseEntriesTile(b)
		if err != nil {
			return
		}
		if again, err := EntriesTile(entries); err != nil || !bytes.Equal(again, b) {
			t.Fatalf("two framings of one bundle: %v", err)
		}
	})
}

func TestProofText(t *testing.T) {
	_, v := key(t, origin)
	_, msg, stored := checkpoint(t, 9)
	hashes, err := ProveInclusion(9, 4, stored)
	if err != nil {
		t.Fatal(err)
	}
	for _, extra := range [][]byte{nil, {}, []byte("age-v1.2.1")} {
		want := Proof{Extra: extra, Index: 4, Hashes: hashes, Checkpoint: msg}
		got, err := ParseProof(want.Encode())
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got.Encode(), want.Encode()) || (got.Extra == nil) != (extra == nil) {
			t.Errorf("read and written again: %s", got.Encode())
		}
		if c, _, err := got.Verify(leaves(5)[4], origin, v); err != nil || c.Size != 9 {
			t.Error(err)
		}
		if _, _, err := got.Verify(leaves(5)[3], origin, v); !errors.Is(err, ErrProof) {
			t.Errorf("another leaf: %v", err)
		}
	}
	good := string(Proof{Index: 4, Hashes: hashes, Checkpoint: msg}.Encode())
	for name, text := range map[string]string{
		"empty":                "",
		"another version":      strings.Replace(good, "@v1", "@v2", 1),
		"no index":             strings.Replace(good, "index 4\n", "", 1),
		"a leading zero":       strings.Replace(good, "index 4", "index 04", 1),
		"index before extra":   strings.Replace(good, "index 4\n", "index 4\nextra AAAA\n", 1),
		"extra that is broken": strings.Replace(good, "index 4\n", "extra A\nindex 4\n", 1),
		"carriage returns":     strings.ReplaceAll(good, "\n", "\r\n"),
		"no checkpoint":        good[:strings.Index(good, "\n\n")+2],
		"too many hashes":      strings.Replace(good, "index 4\n", "index 4\n"+strings.Repeat(hashes[0].String()+"\n", 60), 1),
	} {
		if p, err := ParseProof([]byte(text)); err == nil {
			t.Errorf("%s: accepted as %+v", name, p)
		}
	}
}

func FuzzParseProof(f *testing.F) {
	_, msg, stored := checkpoint(f, 9)
	hashes, _ := ProveInclusion(9, 4, stored)
	f.Add(Proof{Extra: []byte("x"), Index: 4, Hashes: hashes, Checkpoint: msg}.Encode())
	f.Fuzz(func(t *testing.T, text []byte) {
		if p, err := ParseProof(text); err == nil && !bytes.Equal(p.Encode(), text) {
			t.Fatalf("two spellings of one proof: %q and %q", text, p.Encode())
		}
	})
}

func receipt(tb testing.TB) Receipt {
	tb.Helper()
	s, _ := key(tb, origin)
	tree, _ := grow(tb, 5)
	b := tree.Batch()
	raw := encode(tb, ballot(tb))
	i := b.Append(raw)
	proof, err := b.ProveInclusion(i)
	if err != nil {
		tb.Fatal(err)
	}
	msg, err := Checkpoint{Origin: origin, Size: b.Size(), Root: b.Root()}.Sign(s)
	if err != nil {
		tb.Fatal(err)
	}
	return Receipt{Genesis: document.Sum([]byte("genesis")), Index: i, Entry: raw, Proof: proof, Checkpoint: string(msg)}
}

func TestReceiptVerifiesOffline(t *testing.T) {
	_, v := key(t, origin)
	raw, err := receipt(t).Encode()
	if err != nil {
		t.Fatal(err)
	}
	var indented bytes.Buffer
	if err := json.Indent(&indented, raw, "", "  "); err != nil {
		t.Fatal(err)
	}
	for _, text := range [][]byte{raw, indented.Bytes()} { // an editor may have reformatted it
		r, err := ParseReceipt(text)
		if err != nil {
			t.Fatal(err)
		}
		e, c, err := r.Verify(origin, v)
		if err != nil || e.Kind != "ballot" || c.Size != 6 {
			t.Errorf("%+v %+v %v", e, c, err)
		}
	}
	for what, change := range map[string][2]string{
		"the choice":     {`"choice":"for"`, `"choice":"against"`},
		"the index":      {`"index":5`, `"index":4`},
		"the checkpoint": {`\n6\n`, `\n7\n`},
	} {
		altered := strings.Replace(string(raw), change[0], change[1], 1)
		if altered == string(raw) {
			t.Fatalf("%s is not in %s", what, raw)
		}
		r, err := ParseReceipt([]byte(altered))
		if err != nil {
			t.Fatal(err)
		}
		if _, _, err := r.Verify(origin, v); err == nil {
			t.Errorf("with %s altered the receipt still verifies", what)
		}
	}
	_, other := key(t, "other.example")
	r := receipt(t)
	if _, _, err := r.Verify(origin, other); err == nil {
		t.Error("a receipt verified under another log's key")
	}
	for name, text := range map[string]string{
		"no schema":     strings.Replace(string(raw), ReceiptSchema, "x", 1),
		"unknown field": strings.Replace(string(raw), `{"checkpoint"`, `{"a":1,"checkpoint"`, 1),
		"trailing data": string(raw) + "x",
		"oversized":     strings.Repeat(" ", MaxReceipt) + string(raw),
		"no entry":      `{"schema":"peritus/receipt/v1","checkpoint":"x"}`,
	} {
		if _, err := ParseReceipt([]byte(text)); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

func FuzzParseReceipt(f *testing.F) {
	_, v := key(f, origin)
	raw, _ := receipt(f).Encode()
	f.Add(raw)
	f.Fuzz(func(t *testing.T, raw []byte) {
		if r, err := ParseReceipt(raw); err == nil {
			_, _, _ = r.Verify(origin, v)
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	raw := encode(b, ballot(b))
	b.SetBytes(int64(len(raw)))
	for b.Loop() {
		if _, err := Decode(raw); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkReceiptVerify(b *testing.B) {
	_, v := key(b, origin)
	r := receipt(b)
	for b.Loop() {
		if _, _, err := r.Verify(origin, v); err != nil {
			b.Fatal(err)
		}
	}
}
