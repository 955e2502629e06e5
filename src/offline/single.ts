/**
 * First in the single file, and only there: what the page would fetch from beside it (scenarios, lessons, tables, the
 * programs of workers) is answered from what the build put into the file.
 */
const written = document.getElementById('lab-files')?.textContent ?? '{}';
const files = JSON.parse(written) as Readonly<Record<string, string>>;
const elsewhere = window.fetch;

window.fetch = (input, init) => {
  const { href } = new URL(input instanceof Request ? input.url : input, document.baseURI);
  // Whatever the file is called, and wherever it lies.
  const name = Object.keys(files).find((known) => href === new URL(known, document.baseURI).href);
  return name === undefined ? elsewhere(input, init) : Promise.resolve(new Response(files[name]));
};
