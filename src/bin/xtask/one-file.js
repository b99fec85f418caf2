// Unpacks what the app in one file holds: its modules and data (`xtask/one_file.rs`).

/** The letters of Z85 (RFC 32 of ZeroMQ), in the order of their values. */
const LETTERS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#';

/** The bytes that letters stand for: four for every five. */
function decoded(letters, size) {
  const values = new Uint8Array(128);
  for (let value = 0; value < LETTERS.length; value += 1) values[LETTERS.charCodeAt(value)] = value;
  const bytes = new DataView(new ArrayBuffer((letters.length / 5) * 4));
  for (let at = 0; at < letters.length; at += 5) {
    let value = 0;
    for (let place = 0; place < 5; place += 1) value = value * 85 + values[letters.charCodeAt(at + place)];
    bytes.setUint32((at / 5) * 4, value);
  }
  return new Uint8Array(bytes.buffer, 0, size);
}

/** What was packed in an element, as if it had been fetched. */
function unpacked(element, type) {
  const bytes = decoded(element.textContent, Number(element.dataset.size));
  const whole = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(whole, { headers: { 'content-type': type } });
}

/** The shortest module that there is. */
const EMPTY = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

/** Takes the place of the browser's own `fetch` in the script of the file. */
export async function fetch(address) {
  const name = String(address).split('/').pop();
  const packed = document.getElementById(name);
  // All parts are in the first module, so that of the others nothing is to come.
  if (!packed && name.endsWith('wasm')) return new Response(EMPTY);
  return unpacked(packed, name.endsWith('wasm') ? 'application/wasm' : 'application/json');
}

/** Unpacks the data that the app finds in the page before it starts. */
export async function unpackPage() {
  /** @type {NodeListOf<HTMLScriptElement>} */
  const packed = document.querySelectorAll('script[type="application/json"][data-size]');
  for (const element of packed) {
    element.textContent = await unpacked(element, element.type).text();
    element.removeAttribute('data-size');
  }
}
