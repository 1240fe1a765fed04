// "Verify this page": works out in the visitor's own browser, from the bytes on the page, whether an entry is in the record
// that the checkpoint names (RFC 6962, section 2.1.3). "Check a receipt" does the same for a receipt, with the signature of the
// record's key, and holds it to the record as it is now. SHA-256 and Ed25519 are the browser's own.

for (const section of document.querySelectorAll('[data-verify]')) {
  const place = section.querySelector('[data-verify-here]')
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button'
  button.textContent = section.dataset.run
  place.append(button)
  place.hidden = !window.crypto?.subtle // plain HTTP to another machine has no WebCrypto
  section.querySelector('[data-without-script]').hidden = !place.hidden
  button.addEventListener('click', async () => {
    button.disabled = true
    const { holds, steps } = await verify(section)
    const verdict = document.createElement('p')
    verdict.setAttribute('role', 'status')
    verdict.className = holds ? 'status status-good' : 'status status-bad'
    verdict.textContent = holds ? section.dataset.ok : section.dataset.bad
    const list = document.createElement('ol')
    list.className = 'steps hashes'
    for (const step of steps) {
      const item = document.createElement('li')
      const code = document.createElement('code')
      code.textContent = step
      item.append(code)
      list.append(item)
    }
    place.replaceChildren(verdict, list)
    place.dataset.result = holds ? 'ok' : 'bad'
  })
}

async function verify(section) {
  const leaf = utf8(document.querySelector('[data-leaf]').textContent)
  const proof = [...section.querySelectorAll('[data-proof]')].map((e) => bytes(e.textContent))
  // The root comes from the signed checkpoint on the page, and not from beside the proof.
  const { size, root } = checkpoint(section.querySelector('[data-checkpoint]').textContent)
  const { steps, fits } = await inclusion(leaf, Number(section.dataset.index), size, proof)
  return { holds: fits && String(size) === section.dataset.size && steps.at(-1) === hex(root), steps }
}

// inclusion works out the root that a proof leads to: every hash on the way, and whether the proof has the right length.
async function inclusion(leaf, at, size, proof) {
  let index = BigInt(at)
  let last = BigInt(size) - 1n
  let hash = await sha256(Uint8Array.of(0), leaf)
  const steps = [hex(hash)]
  let fits = index <= last
  for (const sibling of proof) {
    if (last === 0n) fits = false // a proof that is too long
    if (index % 2n === 1n || index === last) {
      hash = await node(sibling, hash)
      while (index % 2n === 0n && index !== 0n) {
        index >>= 1n
        last >>= 1n
      }
    } else {
      hash = await node(hash, sibling)
    }
    index >>= 1n
    last >>= 1n
    steps.push(hex(hash))
  }
  return { steps, fits: fits && last === 0n }
}

function node(left, right) {
  return sha256(Uint8Array.of(1), left, right)
}

// checkpoint reads a C2SP checkpoint: origin, size and root, an empty line, and signatures.
function checkpoint(note) {
  const [origin, size, root] = note.split('\n')
  return { origin, size: Number(size), root: base64(root) }
}

// RECEIPTS

for (const section of document.querySelectorAll('[data-receipt]')) {
  const place = section.querySelector('[data-receipt-here]')
  place.hidden = !window.crypto?.subtle
  section.querySelector('[data-without-script]').hidden = !place.hidden
  const text = place.querySelector('textarea')
  const file = place.querySelector('input[type=file]')
  file.addEventListener('change', async () => {
    if (!file.files[0]) return
    text.value = await file.files[0].text() // read by this page, and sent nowhere
    run()
  })
  place.querySelector('button').addEventListener('click', run)

  async function run() {
    place.dataset.result = 'running'
    for (const item of place.querySelectorAll('[data-check]')) show(item, '', '')
    const about = place.querySelector('[data-about]')
    about.hidden = true
    let verdict = 'good'
    try {
      for await (const { check, state, values } of receiptChecks(text.value)) {
        const item = place.querySelector(`[data-check=${check}]`)
        show(item, state, fill(item.dataset[state], values))
        if (state === 'bad') verdict = 'bad'
        else if (state === 'open' && verdict === 'good') verdict = 'open'
        if (check === 'form' && state === 'good') {
          about.textContent = values.entry
          about.hidden = false
        }
      }
    } catch (error) {
      console.info(error)
      verdict = 'open'
    }
    const answer = place.querySelector('[data-verdict]')
    answer.className = { good: 'status status-good', bad: 'status status-bad', open: 'status status-wait' }[verdict]
    answer.textContent = answer.dataset[verdict]
    place.dataset.result = verdict
  }

  function show(item, state, words) {
    const tone = { good: 'good', bad: 'bad', open: 'wait' }[state] ?? 'quiet'
    const mark = item.querySelector('.status')
    mark.className = `status status-${tone}`
    mark.textContent = place.dataset[state || 'waiting']
    item.querySelector('[data-words]').textContent = words
  }
}

// receiptChecks checks a receipt step by step, and stops behind one that later steps rest on.
async function* receiptChecks(text) {
  const step = (check, state, values = {}) => ({ check, state, values })
  let receipt
  try {
    receipt = JSON.parse(text)
    if (receipt.schema !== 'peritus/receipt/v1' || !Array.isArray(receipt.proof) || typeof receipt.checkpoint !== 'string') throw new Error('no receipt')
    yield step('form', 'good', { entry: JSON.stringify(receipt.entry, null, 2) })
  } catch {
    yield step('form', 'bad')
    return
  }

  // The record: its first entry has the digest that the receipt names, and tells the key.
  let first
  try {
    first = new Uint8Array(await (await get('/log/genesis.json')).arrayBuffer())
  } catch {
    yield step('genesis', 'open')
  }
  let origin, key
  if (first) {
    const digest = hex(await sha256(first))
    if (digest !== receipt.genesis) {
      yield step('genesis', 'bad', { genesis: receipt.genesis })
      return
    }
    const { body } = JSON.parse(new TextDecoder().decode(first))
    origin = body.origin
    key = body.logKey
    yield step('genesis', 'good', { genesis: digest })
  }

  // Canonical JSON: keys in order, no white space. That is what the leaf is made of.
  const signed = checkpoint(receipt.checkpoint)
  const { steps, fits } = await inclusion(utf8(canonical(receipt.entry)), receipt.index, signed.size, receipt.proof.map(base64))
  const included = fits && steps.at(-1) === hex(signed.root)
  yield step('inclusion', included ? 'good' : 'bad', { n: steps.length - 1, index: receipt.index, size: signed.size })

  const state = key ? await signatureState(receipt.checkpoint, origin, key) : 'open'
  yield step('signature', state, { key: key ?? '' })

  if (receipt.opening || receipt.reason) {
    yield step('kept', await kept(receipt), { choice: sealedChoice(receipt) })
  }
  if (!included || state === 'bad') return // today's record has nothing to add to a receipt that is false
  yield* live(signed, origin, key)
}

// live says whether the record as it is served now has grown from the one that a checkpoint names.
async function* live(signed, origin, key) {
  const step = (state, values = {}) => ({ check: 'live', state, values })
  let now, roots
  try {
    const text = await (await get('/log/checkpoint')).text()
    now = checkpoint(text)
    if (key && (await signatureState(text, origin, key)) === 'bad') {
      yield step('bad', { size: signed.size, now: now.size })
      return
    }
    if (now.size >= signed.size) roots = await rootsOf(signed.size, now.size)
  } catch (error) {
    console.info(error)
    yield step('open')
    return
  }
  const same = roots && hex(roots.old) === hex(signed.root) && hex(roots.new) === hex(now.root)
  yield step(same ? 'good' : 'bad', { size: signed.size, now: now.size })
}

// rootsOf works out the roots of the first m and of all n entries from one set of hashes, which is what a proof of consistency
// is (RFC 6962, section 2.1.2). The hashes are the record's own tiles.
async function rootsOf(m, n) {
  const tiles = new Map()
  async function tile(level, number) {
    const width = Math.min(256, Math.floor(n / 256 ** level) - number * 256)
    let name = String(number % 1000).padStart(3, '0')
    for (let k = Math.floor(number / 1000); k > 0; k = Math.floor(k / 1000)) name = `x${String(k % 1000).padStart(3, '0')}/${name}`
    const path = `/log/tile/${level}/${name}${width < 256 ? `.p/${width}` : ''}`
    if (!tiles.has(path)) tiles.set(path, new Uint8Array(await (await get(path)).arrayBuffer()))
    return tiles.get(path)
  }
  // perfect is the hash of a whole subtree of 2^height entries from lo on.
  async function perfect(lo, height) {
    const level = Math.floor(height / 8)
    const from = lo / 256 ** level
    const count = 2 ** (height - 8 * level)
    const raw = await tile(level, Math.floor(from / 256))
    let row = Array.from({ length: count }, (_, i) => raw.subarray(32 * ((from % 256) + i), 32 * ((from % 256) + i + 1)))
    while (row.length > 1) row = await Promise.all(row.flatMap((_, i) => (i % 2 ? [] : [node(row[i], row[i + 1])])))
    return row[0]
  }
  async function walk(lo, hi) {
    const height = Math.log2(hi - lo)
    if (Number.isInteger(height) && (hi <= m || lo >= m)) {
      const hash = await perfect(lo, height)
      return { old: hi <= m ? hash : null, new: hash }
    }
    const middle = lo + 2 ** Math.floor(Math.log2(hi - lo - 1))
    const left = await walk(lo, middle)
    const right = await walk(middle, hi)
    return { old: right.old && left.old ? await node(left.old, right.old) : left.old, new: await node(left.new, right.new) }
  }
  return walk(0, n)
}

// signatureState checks the signature of the log's key on a note: text, an empty line, and lines "— name base64". The key is
// written name+hash+base64, the signature's first four bytes are that hash.
async function signatureState(note, origin, vkey) {
  const end = note.lastIndexOf('\n\n')
  const [name, id, ...rest] = vkey.split('+')
  const raw = base64(rest.join('+'))
  if (end < 0 || raw.length !== 33 || raw[0] !== 1 || checkpoint(note).origin !== origin) return 'bad'
  if (hex((await sha256(utf8(name + '\n'), raw)).slice(0, 4)) !== id) return 'bad'
  for (const line of note.slice(end + 2).split('\n')) {
    const [dash, signer, signature] = line.split(' ')
    if (dash !== '—' || signer !== name || hex(base64(signature).slice(0, 4)) !== id) continue
    let key
    try {
      key = await crypto.subtle.importKey('raw', raw.slice(1), { name: 'Ed25519' }, false, ['verify'])
    } catch {
      return 'open' // a browser without Ed25519
    }
    const good = await crypto.subtle.verify({ name: 'Ed25519' }, key, base64(signature).slice(4), utf8(note.slice(0, end + 1)))
    return good ? 'good' : 'bad'
  }
  return 'bad'
}

// kept says whether what only the voter's receipt holds is what the entry commits to.
async function kept(receipt) {
  const { body } = receipt.entry
  if (receipt.opening) return hex(await sha256(base64(receipt.opening))) === body.commitment ? 'good' : 'bad'
  return hex(await sha256(base64(receipt.reason))) === body.reason ? 'good' : 'bad'
}

// sealedChoice is the choice in an opening: a salt of 32 bytes, and the ballot.
function sealedChoice(receipt) {
  try {
    const ballot = receipt.opening ? JSON.parse(new TextDecoder().decode(base64(receipt.opening).slice(32))) : receipt.entry
    return ballot.body?.choice ?? ballot.ballot?.choice ?? ballot.choice ?? ''
  } catch {
    return ''
  }
}

async function get(path) {
  const answer = await fetch(path)
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
  return answer
}

function canonical(value) {
  if (Array.isArray(value)) return '[' + value.map(canonical).join(',') + ']'
  if (value && typeof value === 'object') {
    return '{' + Object.keys(value).sort().map((k) => JSON.stringify(k) + ':' + canonical(value[k])).join(',') + '}'
  }
  return JSON.stringify(value)
}

function fill(words, values) {
  return words.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all)
}

function utf8(s) {
  return new TextEncoder().encode(s)
}

function base64(s) {
  return Uint8Array.from(atob(s), (c) => c.charCodeAt(0))
}

async function sha256(...parts) {
  const all = new Uint8Array(parts.reduce((n, p) => n + p.length, 0))
  let at = 0
  for (const p of parts) {
    all.set(p, at)
    at += p.length
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', all))
}

function hex(b) {
  return [...b].map((x) => x.toString(16).padStart(2, '0')).join('')
}

function bytes(s) {
  return Uint8Array.from(s.match(/../g) ?? [], (h) => parseInt(h, 16))
}
