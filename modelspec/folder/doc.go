// Package folder makes the draft of a model spec out of a folder as Hugging Face lays it out: config.json,
// generation_config.json, safetensors files, a tokenizer, a chat template and a README card. It hashes the folder of a data
// set as well, for a manifest or an index of its files.
//
// Every file is hashed, several at once, and what was hashed before and looks untouched is not read again, so that an
// interrupted run goes on where it stopped. The draft holds what the files say and nothing else: the system prompt, the
// evaluations, the mixture and whatever else only its makers know is left open and listed as such.
//
// Folders come from strangers. Links, devices and names that leave the folder are refused, so are pickled weights, which
// run code when they are loaded, and files that change while they are read.
//
// The package reads through [fs.FS] and [context.Context] alone: which folder that is, and where the cache is kept, is for
// its caller to say. Hand it the FS of an [os.Root], so that a link which appears midway cannot lead outside.
package folder
