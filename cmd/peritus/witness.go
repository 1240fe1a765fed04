package main

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"os"
	"strconv"
	"strings"
	"sync"
	"time"

	"golang.org/x/mod/sumdb/note"

	"github.com/peritus-dao/peritus/governance"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
)

func witnessCommand() *command {
	return &command{
		name: "witness", args: "--data DIR --name NAME --genesis FILE [--listen ADDRESS]", run: runWitness,
		summary: "Watch that a log only grows, and sign each checkpoint that shows it (C2SP tlog-witness)",
		help: `It believes the log's key in genesis.json and nothing else: a checkpoint is signed only if it continues the last one that was signed, which is in
DIR/checkpoint. The key is DIR/keys/witness.key, made on the first run; --public-key prints its public half, which genesis.json or a trust document names.
The instance asks it: peritus serve --witness http://ADDRESS.`,
	}
}

func runWitness(ctx context.Context, c *call) error {
	data := c.flags.String("data", "", "`DIR` of the key and of the last checkpoint")
	name := c.flags.String("name", "", "`NAME` of the witness, a host like witness.example.org")
	genesis := c.flags.String("genesis", "", "`FILE`: the genesis.json of the log")
	logKey := c.flags.String("log-key", "", "`KEY` of the log, if a decision changed the one in genesis.json")
	listen := c.flags.String("listen", "127.0.0.1:8090", "`ADDRESS` that it answers on")
	public := c.flags.Bool("public-key", false, "print the public key for genesis.json, and end")
	if _, err := c.parse(0, 0); err != nil {
		return err
	}
	if *data == "" || *name == "" {
		return &usageError{"usage: peritus witness " + c.command.args}
	}
	dir := folder(*data)
	if err := dir.make(); err != nil {
		return err
	}
	text, err := dir.secret("witness.key", func() (string, error) { return record.GenerateWitness(rand.Reader, *name) })
	if err != nil {
		return err
	}
	key, err := record.NewWitnessSigner(text)
	if err != nil {
		return missing("the key file %s: %w", dir.key("witness.key"), err)
	}
	if *public {
		_, err := fmt.Fprintln(c.stdout, key.Public())
		return err
	}
	if *genesis == "" {
		return &usageError{"name the log's genesis.json with --genesis FILE"}
	}
	raw, err := readFile(*genesis, record.MaxEntry)
	if err != nil {
		return err
	}
	g, err := readGenesis(raw)
	if err != nil {
		return err
	}
	if *logKey == "" {
		*logKey = g.LogKey
	}
	log, err := note.NewVerifier(*logKey)
	if err != nil || log.Name() != g.Origin {
		return &usageError{"the log's key is no verifier key of this log"}
	}
	w := &witness{origin: g.Origin, log: log, key: key, path: dir.path("checkpoint"), now: time.Now}
	listener, err := net.Listen("tcp", *listen)
	if err != nil {
		return missing("%s cannot be listened on: %w; name another with --listen", *listen, err)
	}
	server := &http.Server{Handler: w, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 10 * time.Second}
	go func() { <-ctx.Done(); _ = server.Close() }()
	fmt.Fprintf(c.stdout, "Peritus witnesses %s at http://%s\n", g.Origin, listener.Addr())
	if err := server.Serve(listener); err != nil && !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// witness signs checkpoints of one log that continue the last one that it signed.
type witness struct {
	origin string
	log    note.Verifier
	key    *record.WitnessSigner
	path   string // of the last checkpoint
	now    func() time.Time

	mu sync.Mutex // one checkpoint after the other
}

// last returns the newest checkpoint that was signed, the empty tree in the beginning.
func (w *witness) last() (record.Checkpoint, error) {
	raw, err := os.ReadFile(w.path)
	if errors.Is(err, fs.ErrNotExist) {
		var empty record.Tree
		return record.Checkpoint{Origin: w.origin, Root: empty.Root()}, nil
	}
	if err != nil {
		return record.Checkpoint{}, err
	}
	c, err := record.PeekCheckpoint(raw)
	if err != nil {
		return c, fmt.Errorf("%s is damaged; restore it, since without it the log could show another history: %w", w.path, err)
	}
	return c, nil
}

// ServeHTTP answers POST /add-checkpoint as C2SP tlog-witness says.
func (w *witness) ServeHTTP(out http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost || r.URL.Path != "/add-checkpoint" {
		http.NotFound(out, r)
		return
	}
	body, err := io.ReadAll(io.LimitReader(r.Body, record.MaxProof+1))
	if err != nil {
		return
	}
	add, err := record.ParseAddCheckpoint(body)
	if err != nil {
		http.Error(out, err.Error(), http.StatusBadRequest)
		return
	}
	peek, err := record.PeekCheckpoint(add.Note)
	switch {
	case err != nil:
		http.Error(out, err.Error(), http.StatusBadRequest)
		return
	case peek.Origin != w.origin:
		http.Error(out, "this witness does not know the log "+strconv.Quote(peek.Origin), http.StatusNotFound)
		return
	}
	c, _, err := record.OpenCheckpoint(add.Note, w.origin, w.log)
	if err != nil {
		http.Error(out, err.Error(), http.StatusForbidden)
		return
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	last, err := w.last()
	if err != nil {
		http.Error(out, err.Error(), http.StatusInternalServerError)
		return
	}
	if add.Old > c.Size {
		http.Error(out, "the old size is larger than the checkpoint's", http.StatusBadRequest)
		return
	}
	if add.Old != last.Size {
		out.Header().Set("Content-Type", "text/x.tlog.size")
		out.WriteHeader(http.StatusConflict)
		fmt.Fprintf(out, "%d\n", last.Size)
		return
	}
	if c.Size == last.Size && c.Root != last.Root {
		http.Error(out, "the log signed another tree of this size before", http.StatusConflict)
		return
	}
	if err := record.CheckConsistency(add.Proof, c.Size, c.Root, last.Size, last.Root); err != nil {
		http.Error(out, err.Error(), http.StatusUnprocessableEntity)
		return
	}
	// Only what is remembered may be signed.
	if err := writeFile(w.path, add.Note, 0o600); err != nil {
		http.Error(out, "the checkpoint could not be remembered", http.StatusInternalServerError)
		return
	}
	_, _ = io.WriteString(out, w.key.Cosign([]byte(c.Text()), document.Time(w.now().Unix())))
}

// witnessed asks witnesses to sign the checkpoints of an instance.
type witnessed struct {
	service *governance.Service
	client  *http.Client
	log     *slog.Logger
	at      []*witnessAt
}

// witnessAt is one witness.
type witnessAt struct {
	url  string
	size int64  // that it saw last, as far as is known
	done int64  // the size that it was asked for last
	said string // its last trouble, so that it is said once
}

func newWitnessed(service *governance.Service, urls []string, log *slog.Logger) *witnessed {
	w := &witnessed{service: service, client: &http.Client{Timeout: 10 * time.Second}, log: log}
	for _, u := range urls {
		w.at = append(w.at, &witnessAt{url: strings.TrimRight(u, "/")})
	}
	return w
}

// step shows the newest checkpoint to each witness that has not seen it. What goes wrong with one is said, and tried again.
func (w *witnessed) step(ctx context.Context) {
	for _, a := range w.at {
		err := w.show(ctx, a)
		text := ""
		if err != nil && ctx.Err() == nil {
			text = oneLine(err)
			if text != a.said {
				w.log.ErrorContext(ctx, "a witness does not sign", slog.String("witness", a.url), slog.String("why", text))
			}
		}
		a.said = text
	}
}

func (w *witnessed) show(ctx context.Context, a *witnessAt) error {
	store := w.service.Store()
	head, err := store.Head(ctx)
	if err != nil || head.Size == a.done {
		return err
	}
	for range 2 {
		proof, err := record.ProveConsistency(head.Size, a.size, governance.Hashes(ctx, store))
		if err != nil {
			return err
		}
		status, answer, err := w.post(ctx, a.url+"/add-checkpoint", record.AddCheckpoint{Old: a.size, Proof: proof, Note: head.Note}.Encode())
		if err != nil {
			return err
		}
		if status == http.StatusConflict {
			size, err := strconv.ParseInt(strings.TrimSpace(string(answer)), 10, 64)
			if err != nil || size < 0 || size > head.Size || size == a.size {
				return fmt.Errorf("it has seen another history of this log: %s", answer)
			}
			a.size = size
			continue
		}
		if status != http.StatusOK {
			return fmt.Errorf("it answers %d: %s", status, bytes.TrimSpace(answer))
		}
		good, _, err := w.service.AddCosignatures(ctx, head.Note, answer)
		if err != nil {
			return err
		}
		a.size, a.done = head.Size, head.Size
		if good == 0 {
			return errors.New("its answer is no signature of a witness that is trusted")
		}
		return nil
	}
	return errors.New("it does not say which size it saw last")
}

func (w *witnessed) post(ctx context.Context, url string, body []byte) (int, []byte, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, url, bytes.NewReader(body))
	if err != nil {
		return 0, nil, err
	}
	res, err := w.client.Do(req)
	if err != nil {
		return 0, nil, err
	}
	defer res.Body.Close()
	answer, err := io.ReadAll(io.LimitReader(res.Body, 4096))
	return res.StatusCode, answer, err
}
