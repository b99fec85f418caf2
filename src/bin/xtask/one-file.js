// Gives the app its modules and data out of the file itself, as if they had been fetched. Stands before the script that
// wasm-bindgen writes, and so takes the place of the browser's own `fetch` in it.
async function fetch(address) {
    const packed = document.getElementById(String(address).split("/").pop()).content.textContent;
    const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
    const whole = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    const type = String(address).endsWith("wasm") ? "application/wasm" : "application/json";
    return new Response(whole, { headers: { "content-type": type } });
}
