// artifacts.js NAME writes abi/NAME.json and storage/NAME.json, which are committed, and out/abigen/NAME.bin, from
// what forge compiled.
'use strict';

const fs = require('fs');

const name = process.argv[2];
const artifact = JSON.parse(fs.readFileSync(`out/${name}.sol/${name}.json`, 'utf8'));
const write = (path, value) => fs.writeFileSync(path, JSON.stringify(value, null, 2) + '\n');

write(`abi/${name}.json`, artifact.abi);

// Type identifiers hold numbers of syntax tree nodes, which change with every edit: keep the layout itself.
const plain = (text) => text.replace(/\)\d+(?=_|\)|,|$)/g, ')');
const { storage, types } = artifact.storageLayout;
const member = ({ label, offset, slot, type }) => ({ label, slot, offset, type: plain(type) });
write(`storage/${name}.json`, {
  storage: storage.map(member),
  types: Object.fromEntries(
    Object.entries(types || {})
      .map(([id, t]) => [plain(id), { label: t.label, bytes: t.numberOfBytes, members: t.members && t.members.map(member) }])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  ),
});

fs.writeFileSync(`out/abigen/${name}.bin`, artifact.bytecode.object);
