// Fetches the files of a part, each once, and starts one after the other; then calls back with whether all are there.
// Stands at the end of the script that wasm-bindgen writes, and uses what is declared there.
const partFiles = {};
const sharedFiles = {};
async function loadFile(name, before) {
    // What came changed, the browser has kept, and would give us again.
    for (const cache of ["default", "reload"]) {
        try {
            const response = await fetch(new URL(name, import.meta.url), { cache });
            if (!await before) break;
            const imports = { __wasm_split: { SHARED } };
            const { module } = await __wbg_load(response, imports);
            for (const more of WebAssembly.Module.customSections(module, "SECTION")) {
                const [number] = new Uint8Array(more);
                // Another part may have brought it along.
                await (sharedFiles[number] = sharedFiles[number] ||
                    WebAssembly.instantiate(more.slice(1), imports).catch((e) => {
                        delete sharedFiles[number];
                        throw e;
                    }));
            }
            return 1;
        } catch (e) {}
    }
    delete partFiles[name];
    return 0;
}
async function loadPart(names, callback, data) {
    let here = 1;
    for (const name of names) {
        here = partFiles[name] = partFiles[name] || loadFile(name, here);
    }
    here = await here;
    wasm.__indirect_function_table.get(callback)(data, here);
}
