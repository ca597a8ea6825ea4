// Prints a line for each case of the URL Standard's data that comes out differently.
const PARTS = ['href', 'origin', 'protocol', 'username', 'password', 'host', 'hostname', 'port', 'pathname', 'search', 'hash'];
const differences = (actual, expected, names) => names.filter((name) => name in expected && actual[name] !== expected[name])
  .map((name) => `${name} is ${actual[name]}`).join(', ');
const parse = (text, base) => {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
};
let count = 0;
for (const test of input.parse.filter((entry) => typeof entry !== 'string')) {
  count++;
  const url = parse(test.input, test.base ?? undefined);
  const wrong = test.failure || url === null ? (test.failure && url === null ? '' : `failure is ${url === null}`) : differences(url, test, PARTS);
  if (wrong !== '') console.log(`parse ${JSON.stringify(test.input)}: ${wrong}`);
  if (URL.canParse(test.input, test.base ?? undefined) !== (url !== null)) console.log(`canParse ${JSON.stringify(test.input)}`);
  if ((URL.parse(test.input, test.base ?? undefined)?.href ?? null) !== (url?.href ?? null)) console.log(`URL.parse ${JSON.stringify(test.input)}`);
}
for (const name of Object.keys(input.setters).filter((key) => key !== 'comment')) {
  for (const test of input.setters[name]) {
    count++;
    const url = new URL(test.href);
    url[name] = test.new_value;
    const wrong = differences(url, test.expected, Object.keys(test.expected));
    if (wrong !== '') console.log(`set ${name} of ${test.href} to ${JSON.stringify(test.new_value)}: ${wrong}`);
  }
}
for (const test of input.hosts.filter((entry) => typeof entry !== 'string')) {
  count++;
  const host = parse(`https://${test.input}/x`)?.hostname ?? null;
  if (host !== test.output) console.log(`host ${JSON.stringify(test.input)}: is ${host}`);
}
return_val({ count });
