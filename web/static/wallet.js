// The wallet's part of a page. Everything here only fills in what a person could paste: an address, or a signature.
//
// Wallets are found by EIP-6963 and asked by EIP-1193. No key is ever here, and nothing is signed without the wallet's own
// question. Texts come from data attributes, so that they are in the visitor's language.

const wallets = new Map() // by uuid: a wallet may announce itself again

// A form restored by the "back" button may hold yesterday's signature.
for (const field of document.querySelectorAll('[data-signature]')) field.value = ''

// Listen before asking, or a quick wallet's answer is missed.
window.addEventListener('eip6963:announceProvider', (event) => {
  const { info, provider } = event.detail ?? {}
  if (!info?.uuid || !info.name || typeof provider?.request !== 'function') return
  wallets.set(info.uuid, { info, provider })
  show()
})
window.dispatchEvent(new Event('eip6963:requestProvider'))
show()
// Most wallets have answered by now. Saying sooner that there is none would be wrong for a moment.
setTimeout(() => {
  if (wallets.size === 0) for (const box of boxes()) note(box, box.dataset.none, false)
}, 600)

function boxes() {
  return document.querySelectorAll('[data-wallets]')
}

// show draws one button for each wallet into each box.
function show() {
  for (const part of document.querySelectorAll('[data-wallet-only]')) part.hidden = false
  for (const box of boxes()) {
    box.hidden = false
    const signing = box.dataset.wallets === 'sign'
    const buttons = [...wallets.values()].map(({ info, provider }) => {
      const button = document.createElement('button')
      button.type = 'button'
      button.className = 'button wallet'
      button.dataset.rdns = info.rdns ?? ''
      // An icon is somebody else's file: shown in <img>, where nothing in it runs, and only if it came along as data.
      if (/^data:image\//.test(info.icon ?? '')) {
        const icon = document.createElement('img')
        icon.src = info.icon
        icon.alt = ''
        button.append(icon)
      }
      button.append((signing ? box.dataset.sign : box.dataset.connect).replace('{wallet}', info.name))
      button.addEventListener('click', () => run(box, button, provider, signing ? sign : connect))
      return button
    })
    const old = box.querySelector('.wallet-note')
    box.replaceChildren(...buttons, ...(old && wallets.size === 0 ? [old] : []))
  }
  if (wallets.size > 0) for (const part of document.querySelectorAll('[data-by-hand]')) part.open = false
}

async function run(box, button, provider, step) {
  button.disabled = true
  note(box, box.dataset.waiting, false)
  try {
    await step(box, provider)
  } catch (error) {
    // 4001 is the wallet's word for "the person declined".
    note(box, error?.code === 4001 ? box.dataset.refused : box.dataset.failed.replace('{error}', error?.message ?? String(error)), true)
  } finally {
    button.disabled = false
  }
}

// connect asks for an account and sends the form that wants an address.
async function connect(box, provider) {
  const [account] = await provider.request({ method: 'eth_requestAccounts' })
  const form = (box.parentElement ?? document).querySelector('form[data-wallet="address"]') ?? document.querySelector('form[data-wallet="address"]')
  form.querySelector('input:not([type="hidden"])').value = account
  form.requestSubmit()
}

// sign has the shown words signed and sends the form as if the signature had been pasted.
async function sign(box, provider) {
  const form = box.closest('form')
  const expected = form.dataset.address
  const accounts = await provider.request({ method: 'eth_requestAccounts' })
  const account = accounts.find((a) => a.toLowerCase() === expected.toLowerCase())
  if (!account) {
    note(box, box.dataset.other.replace('{address}', accounts[0] ?? '–').replace('{expected}', expected), true)
    return
  }
  const words = form.querySelector('[data-payload]').value
  const params = form.dataset.method === 'personal_sign' ? [hex(words), account] : [account, words]
  form.querySelector('[data-signature]').value = await provider.request({ method: form.dataset.method, params })
  form.requestSubmit(form.querySelector('button:not([type="button"])'))
}

// hex writes text as EIP-191 wallets want it: its UTF-8 bytes in hexadecimal.
function hex(text) {
  return '0x' + [...new TextEncoder().encode(text)].map((b) => b.toString(16).padStart(2, '0')).join('')
}

function note(box, text, bad) {
  let line = box.querySelector('.wallet-note')
  if (!line) {
    line = document.createElement('p')
    line.setAttribute('role', 'status')
    box.append(line)
  }
  line.className = bad ? 'wallet-note wallet-note-bad' : 'wallet-note'
  line.textContent = text
}
