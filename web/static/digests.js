// Names files by their SHA-256, in the visitor's own browser: the files go nowhere. It fills in the lines that `sha256sum`
// would print, which a person could paste.

for (const box of document.querySelectorAll('[data-digests]')) {
  const lines = box.querySelector('[data-digest-lines]')
  const pick = box.querySelector('input[type="file"]')
  box.querySelector('.digest-pick').hidden = false
  pick.addEventListener('change', async () => {
    for (const file of pick.files) {
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))
      const line = [...digest].map((b) => b.toString(16).padStart(2, '0')).join('') + '  ' + file.name
      lines.value = [lines.value.trimEnd(), line].filter(Boolean).join('\n')
    }
    pick.value = ''
  })
}
