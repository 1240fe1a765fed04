package folder

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// maxHeader bounds the JSON at the head of a safetensors file. The format allows 100 MB; the largest models need one.
const maxHeader = 32 << 20

// tensors is what the header of a safetensors file says.
type tensors struct {
	parameters int64
	types      map[string]int64 // how many parameters of each type
}

// widths are the bits of each type.
var widths = map[string]int64{
	"BOOL": 8, "U8": 8, "I8": 8, "F8_E4M3": 8, "F8_E5M2": 8, "F8_E8M0": 8, "I16": 16, "U16": 16, "F16": 16, "BF16": 16,
	"I32": 32, "U32": 32, "F32": 32, "I64": 64, "U64": 64, "F64": 64,
}

// readTensors reads the header of a safetensors file of size bytes: an 8-byte little-endian length, a JSON object that
// names type, shape and place of each array, then the arrays. They must fill the rest of the file without gap or overlap,
// so that nothing hides in it.
func readTensors(r io.Reader, size int64) (tensors, error) {
	var head [8]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return tensors{}, errors.New("the file ends before its header")
	}
	n := binary.LittleEndian.Uint64(head[:])
	if n > maxHeader || int64(n) > size-8 {
		return tensors{}, fmt.Errorf("the header claims %d bytes", n)
	}
	raw := make([]byte, n)
	if _, err := io.ReadFull(r, raw); err != nil {
		return tensors{}, errors.New("the file ends in its header")
	}
	header, err := parse(raw)
	if err != nil {
		return tensors{}, fmt.Errorf("the header: %w", err)
	}
	out := tensors{types: map[string]int64{}}
	type span struct{ from, to int64 }
	var spans []span
	for _, name := range slices.Sorted(maps.Keys(header)) {
		if name == "__metadata__" {
			continue
		}
		t, _ := header[name].(map[string]any)
		kind, _ := t["dtype"].(string)
		shape, isList := t["shape"].([]any)
		offsets, _ := t["data_offsets"].([]any)
		width, known := widths[strings.ToUpper(kind)]
		if !isList || len(offsets) != 2 || !known {
			return tensors{}, fmt.Errorf("the array %q has no known type, shape or place", name)
		}
		from, okFrom := integer(offsets[0])
		to, okTo := integer(offsets[1])
		count := int64(1)
		for _, d := range shape {
			n, ok := integer(d)
			if !ok || n > 0 && count > (1<<50)/n {
				return tensors{}, fmt.Errorf("the array %q has a shape that no memory holds", name)
			}
			count *= n
		}
		if !okFrom || !okTo || from > to || (to-from)*8 != count*width || to > size {
			return tensors{}, fmt.Errorf("the array %q does not lie where its shape says", name)
		}
		spans = append(spans, span{from, to})
		out.parameters += count
		out.types[strings.ToUpper(kind)] += count
	}
	slices.SortFunc(spans, func(a, b span) int {
		if a.from != b.from {
			return int(min(1, max(-1, a.from-b.from)))
		}
		return int(min(1, max(-1, a.to-b.to)))
	})
	at := int64(0)
	for _, s := range spans {
		if s.from != at {
			return tensors{}, fmt.Errorf("the arrays have a gap or overlap at byte %d", at)
		}
		at = s.to
	}
	if at != size-8-int64(n) {
		return tensors{}, fmt.Errorf("the arrays end at byte %d, and the file has %d after its header", at, size-8-int64(n))
	}
	return out, nil
}
