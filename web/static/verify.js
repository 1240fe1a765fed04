// "Verify this page": works out in the visitor's own browser, from the bytes on the page, whether an entry is in the record
// that the checkpoint names (RFC 6962, section 2.1.3). SHA-256 is the browser's own.

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
  const leaf = new TextEncoder().encode(document.querySelector('[data-leaf]').textContent)
  const proof = [...section.querySelectorAll('[data-proof]')].map((e) => bytes(e.textContent))
  let index = BigInt(section.dataset.index)
  let last = BigInt(section.dataset.size) - 1n
  let hash = await sha256(Uint8Array.of(0), leaf)
  const steps = [hex(hash)]
  let fits = index <= last
  for (const sibling of proof) {
    if (last === 0n) fits = false // a proof that is too long
    if (index % 2n === 1n || index === last) {
      hash = await sha256(Uint8Array.of(1), sibling, hash)
      while (index % 2n === 0n && index !== 0n) {
        index >>= 1n
        last >>= 1n
      }
    } else {
      hash = await sha256(Uint8Array.of(1), hash, sibling)
    }
    index >>= 1n
    last >>= 1n
    steps.push(hex(hash))
  }
  // The root comes from the signed checkpoint on the page, and not from beside the proof.
  const [, size, root] = section.querySelector('[data-checkpoint]').textContent.split('\n')
  const signed = Uint8Array.from(atob(root), (c) => c.charCodeAt(0))
  return { holds: fits && last === 0n && size === section.dataset.size && hex(hash) === hex(signed), steps }
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
