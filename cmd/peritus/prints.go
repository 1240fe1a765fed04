package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"sync"
	"time"

	modelfolder "github.com/peritus-dao/peritus/modelspec/folder"
)

// maxPrint bounds a line of a file of prints, whose path has at most 1,024 bytes.
const maxPrint = 16 << 10

// prints is a file that remembers what was hashed: a line of JSON for each file, written when the file was read to its end,
// so that a run that is killed loses nothing but the files that it was reading. Of a path the last line counts, and a
// last line that was cut off counts for nothing.
type prints struct {
	known map[string]modelfolder.Print
	mu    sync.Mutex // guards what follows
	file  *os.File
	err   error // the first that writing met
}

// printLine is one line of the file.
type printLine struct {
	Path string `json:"path"`
	modelfolder.Print
}

// printStart is how each line begins. A file that goes on with anything else is somebody's, and is left alone.
const printStart = `{"path":"`

// openPrints reads a file of prints and opens it for more. Without a path nothing is remembered.
func openPrints(path string) (*prints, error) {
	p := &prints{known: map[string]modelfolder.Print{}}
	if path == "" {
		return p, nil
	}
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_APPEND, 0o644)
	if err != nil {
		return nil, missing("the file of prints: %w", err)
	}
	lines, whole := bufio.NewScanner(file), int64(0)
	lines.Buffer(nil, maxPrint)
	for lines.Scan() {
		var line printLine
		if err := json.Unmarshal(lines.Bytes(), &line); err != nil || line.Path == "" || line.SHA256.IsZero() {
			break
		}
		p.known[line.Path] = line.Print
		whole += int64(len(lines.Bytes())) + 1
	}
	info, err := file.Stat()
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	whole = min(whole, info.Size())
	rest := make([]byte, min(info.Size()-whole, int64(len(printStart))))
	if _, err := file.ReadAt(rest, whole); err != nil || info.Size()-whole > maxPrint || string(rest) != printStart[:len(rest)] {
		_ = file.Close()
		return nil, &usageError{fmt.Sprintf("%s is not a file of prints; name another, or remove it", path)}
	}
	if err := file.Truncate(whole); err != nil { // what a killed run left of a line
		return nil, errors.Join(err, file.Close())
	}
	p.file = file
	return p, nil
}

// add remembers a file. One that was written within the last seconds may be written again without a trace, since the clocks
// of file systems are coarse, so it is hashed again the next time.
func (p *prints) add(path string, print modelfolder.Print) {
	if p.file == nil || time.Since(time.Unix(0, print.Modified)) < 2*time.Second {
		return
	}
	line, err := json.Marshal(printLine{path, print})
	p.mu.Lock()
	defer p.mu.Unlock()
	if err == nil {
		_, err = p.file.Write(append(line, '\n'))
	}
	if p.err == nil {
		p.err = err
	}
}

func (p *prints) close() error {
	if p.file == nil {
		return nil
	}
	if err := errors.Join(p.err, p.file.Close()); err != nil {
		return missing("the file of prints: %w", err)
	}
	return nil
}
