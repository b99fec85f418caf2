// Unpacks what the app in one file holds: its modules and data (`xtask/one_file.rs`).

/** What was packed with gzip and written in base64, as if it had been fetched. */
function unpacked(text, type) {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const whole = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(whole, { headers: { 'content-type': type } });
}

/** The shortest module that there is. */
const EMPTY = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

/** Takes the place of the browser's own `fetch` in the script of the file. */
export async function fetch(address) {
  const name = String(address).split('/').pop();
  const packed = /** @type {HTMLTemplateElement} */ (document.getElementById(name));
  // All parts are in the first module, so that of the others nothing is to come.
  if (!packed && name.endsWith('wasm')) return new Response(EMPTY);
  return unpacked(packed.content.textContent, name.endsWith('wasm') ? 'application/wasm' : 'application/json');
}

/** Unpacks the data that the app finds in the page before it starts. */
export async function unpackPage() {
  /** @type {NodeListOf<HTMLScriptElement>} */
  const packed = document.querySelectorAll('script[data-packed]');
  for (const element of packed) {
    element.textContent = await unpacked(element.textContent, element.type).text();
    element.removeAttribute('data-packed');
  }
}
