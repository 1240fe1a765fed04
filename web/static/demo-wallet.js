// The demo's borrowed wallet: an EIP-6963 provider for invented members, whose keys stay on the server. It asks before it
// signs, as a real wallet does, and shows what it was asked to sign.

const icon =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect width="24" height="24" rx="5" fill="#8a5200"/><path d="M5 17a7 7 0 0 1 14 0" fill="none" stroke="#fff" stroke-width="2.4"/><circle cx="12" cy="17" r="2.4" fill="#fff"/></svg>',
  )

let account = sessionStorage.getItem('demo-account') // the last one chosen in this tab

const provider = {
  async request({ method, params = [] }) {
    switch (method) {
      case 'eth_requestAccounts': {
        const signing = document.querySelector('form[data-wallet="sign"]')
        if (signing) {
          account = signing.dataset.address // the words on the page are for this account
          const known = await accounts()
          if (!known.some((a) => a.address.toLowerCase() === account.toLowerCase())) account = await choose(known)
        } else {
          account = await choose(await accounts())
        }
        sessionStorage.setItem('demo-account', account)
        return [account]
      }
      case 'eth_accounts':
        return account ? [account] : []
      case 'personal_sign':
        await ask(method, params[0])
        return call(method, params)
      case 'eth_signTypedData_v4':
        await ask(method, params[1])
        return call(method, params)
      default:
        return call(method, params)
    }
  },
  on() {},
  removeListener() {},
}

const info = Object.freeze({ uuid: '5f1c9a52-6f0e-4c83-9a0f-7065726974d0', name: 'Demo wallet', icon, rdns: 'dev.peritus.demo' })

function announce() {
  window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail: Object.freeze({ info, provider }) }))
}
window.addEventListener('eip6963:requestProvider', announce)
announce()

async function accounts() {
  const answer = await fetch('/demo/accounts')
  return answer.json()
}

async function call(method, params) {
  const answer = await fetch('/demo/wallet', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ method, params, account }),
  })
  const body = await answer.json()
  if (!answer.ok) throw Object.assign(new Error(body.detail), { code: -32603 })
  return body.result
}

// choose lets the visitor be one of the invented members.
function choose(list) {
  return dialog('Demo wallet', (box, done) => {
    box.append(text('p', 'Whose wallet would you like to borrow? These people are invented; their signatures are real.'))
    const choices = text('div', '')
    choices.className = 'demo-accounts'
    for (const a of list) {
      const button = text('button', '')
      button.type = 'button'
      button.className = 'demo-account'
      button.append(text('strong', a.name), text('span', a.about))
      button.addEventListener('click', () => done(a.address))
      choices.append(button)
    }
    box.append(choices)
  })
}

// ask shows what would be signed, and waits for a yes.
function ask(method, payload) {
  return dialog('Sign this?', (box, done) => {
    if (method === 'eth_signTypedData_v4') {
      const { primaryType, message, domain } = JSON.parse(payload)
      const list = document.createElement('dl')
      list.className = 'demo-says'
      // The words first, then what binds them: the same fields, all of them.
      const words = (value) => !/^0x[0-9a-f]{40,}$|^[0-9]+$/i.test(value)
      const fields = Object.entries(message).map(([name, value]) => [name, String(value)])
      fields.sort((a, b) => words(b[1]) - words(a[1]))
      for (const [name, value] of fields) {
        const shown = text('dd', name === 'expires' ? `${value} (${new Date(Number(value) * 1000).toUTCString()})` : value)
        shown.className = words(value) ? 'words' : 'digits'
        list.append(text('dt', name), shown)
      }
      box.append(text('p', `${domain.name} asks you to sign a ${primaryType}.`), list)
    } else {
      const bytes = Uint8Array.from(payload.slice(2).match(/../g) ?? [], (h) => parseInt(h, 16))
      const words = text('pre', new TextDecoder().decode(bytes))
      words.className = 'raw'
      words.tabIndex = 0
      box.append(words)
    }
    const actions = text('p', '')
    actions.className = 'actions'
    const yes = text('button', 'Sign')
    yes.type = 'button'
    yes.className = 'button'
    yes.addEventListener('click', () => done(true))
    actions.append(yes)
    box.append(actions)
  })
}

function dialog(title, fill) {
  return new Promise((resolve, reject) => {
    const box = document.createElement('dialog')
    box.className = 'demo-dialog'
    const heading = text('h2', title)
    heading.id = 'demo-dialog-title'
    box.setAttribute('aria-labelledby', heading.id)
    box.append(heading)
    let answered = false
    fill(box, (value) => {
      answered = true
      box.close()
      resolve(value)
    })
    const no = text('button', 'Decline')
    no.type = 'button'
    no.className = 'button-small'
    no.addEventListener('click', () => box.close())
    box.append(no)
    box.addEventListener('close', () => {
      box.remove()
      if (!answered) reject(Object.assign(new Error('The request was declined.'), { code: 4001 }))
    })
    document.body.append(box)
    box.showModal()
  })
}

function text(tag, words) {
  const element = document.createElement(tag)
  element.textContent = words
  return element
}
