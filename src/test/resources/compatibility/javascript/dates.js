// about: dates in UTC, whatever the host's time zone is
// expect.stdout: "2024-02-29T12:00:00.000Z\n0 UTC\n1709208000000\nNaN\n"
const d = new Date('2024-02-29T12:00:00Z');
console.log(d.toISOString());
console.log(d.getTimezoneOffset(), Intl.DateTimeFormat().resolvedOptions().timeZone);
console.log(Date.parse('2024-02-29T12:00:00'));
console.log(new Date('nonsense').getTime());
