package demo

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"path"
	"strings"

	"github.com/peritus-dao/peritus/modelspec"
)

// The demo's model is a Llama-shaped network of 623,424 random numbers: real files that a node hashes, renders and
// proves, and nothing that anybody should talk to.
const (
	vocabulary = 4096
	hidden     = 64
	inner      = 172
	layers     = 2
	context    = 2048
	parameters = 2*vocabulary*hidden + layers*(4*hidden*hidden+3*hidden*inner+2*hidden) + hidden
)

// tensor is one array of the model, in the order of the file.
type tensor struct {
	name  string
	shape []int
}

func tensors() []tensor {
	out := []tensor{{"lm_head.weight", []int{vocabulary, hidden}}, {"model.embed_tokens.weight", []int{vocabulary, hidden}}}
	for layer := range layers {
		for _, t := range []tensor{
			{"input_layernorm.weight", []int{hidden}},
			{"mlp.down_proj.weight", []int{hidden, inner}},
			{"mlp.gate_proj.weight", []int{inner, hidden}},
			{"mlp.up_proj.weight", []int{inner, hidden}},
			{"post_attention_layernorm.weight", []int{hidden}},
			{"self_attn.k_proj.weight", []int{hidden, hidden}},
			{"self_attn.o_proj.weight", []int{hidden, hidden}},
			{"self_attn.q_proj.weight", []int{hidden, hidden}},
			{"self_attn.v_proj.weight", []int{hidden, hidden}},
		} {
			out = append(out, tensor{fmt.Sprintf("model.layers.%d.%s", layer, t.name), t.shape})
		}
	}
	return append(out, tensor{"model.norm.weight", []int{hidden}})
}

// safetensors returns the weights as a safetensors file: an 8-byte little-endian length, a JSON header, the arrays.
// It is the same on every machine.
func safetensors() []byte {
	type entry struct {
		DType   string `json:"dtype"`
		Shape   []int  `json:"shape"`
		Offsets [2]int `json:"data_offsets"`
	}
	header := map[string]any{"__metadata__": map[string]string{"format": "pt"}}
	size := 0
	for _, t := range tensors() {
		bytes := 2
		for _, n := range t.shape {
			bytes *= n
		}
		header[t.name] = entry{"BF16", t.shape, [2]int{size, size + bytes}}
		size += bytes
	}
	text, err := json.Marshal(header)
	if err != nil {
		panic(err) // the header is a constant
	}
	text = append(text, bytes.Repeat([]byte{' '}, (8-len(text)%8)%8)...) // so that the arrays are aligned
	out := binary.LittleEndian.AppendUint64(make([]byte, 0, 8+len(text)+size), uint64(len(text)))
	out = append(out, text...)
	// Numbers of either sign around 0.01: sign and mantissa from a xorshift generator, one exponent for all.
	state := uint64(0x9e3779b97f4a7c15)
	for range size / 2 {
		state ^= state << 13
		state ^= state >> 7
		state ^= state << 17
		out = binary.LittleEndian.AppendUint16(out, uint16(state>>32)&0x807f|0x3c00)
	}
	return out
}

// ModelFile is one file of the demo's model.
type ModelFile struct {
	Name string
	Data []byte
}

// Model returns the files of the demo's model, sorted by name. They belong into one folder.
func Model() ([]ModelFile, error) {
	var out []ModelFile
	for _, name := range []string{"chat_template.jinja", "config.json", "tokenizer.json"} {
		data, err := files.ReadFile("model/" + name)
		if err != nil {
			return nil, err
		}
		out = append(out, ModelFile{name, data})
	}
	// "config.json" < "model.safetensors" < "tokenizer.json"
	return []ModelFile{out[0], out[1], {"model.safetensors", safetensors()}, out[2]}, nil
}

// weights hashes the files of the model.
func weights(model []ModelFile) (modelspec.Weights, error) {
	out := map[string]modelspec.File{}
	for _, f := range model {
		sum, root, size, err := modelspec.HashReader(bytes.NewReader(f.Data))
		if err != nil {
			return modelspec.Weights{}, err
		}
		out[f.Name] = modelspec.File{SHA256: sum, ChunkRoot: root, Size: size, Format: strings.TrimPrefix(path.Ext(f.Name), ".")}
	}
	return modelspec.NewWeights(out)
}
