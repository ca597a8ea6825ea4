// about: localeCompare, toLocaleString and Intl for English and Chinese
// expect.stdout: "[ 'a', 'ä', 'b', 'Z' ]\n[ '北京', '广州', '上海' ]\n1,234,567.891\n1.234.567,891\n1/2/2024, 3:04:05 PM\n2024/1/2 15:04:05\n2024年1月2日星期二\n$1,234.50\n¥1,234.50\n12%\nA, B, and C\nA、B和C\nyesterday\n昨天\n3rd\n1.2万\nGermany\n德国\n"
console.log(['b', 'Z', 'ä', 'a'].sort((x, y) => x.localeCompare(y, 'en')));
console.log(['上海', '广州', '北京'].sort(new Intl.Collator('zh-u-co-pinyin').compare));
console.log((1234567.891).toLocaleString('en'));
console.log((1234567.891).toLocaleString('de'));
const d = new Date(Date.UTC(2024, 0, 2, 15, 4, 5));
console.log(d.toLocaleString('en-US', { timeZone: 'UTC' }).replace(/\u202f/g, ' '));
console.log(d.toLocaleString('zh-CN', { timeZone: 'UTC' }));
console.log(d.toLocaleDateString('zh-CN', { timeZone: 'UTC', dateStyle: 'full' }));
console.log(new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' }).format(1234.5));
console.log(new Intl.NumberFormat('zh-CN', { style: 'currency', currency: 'CNY' }).format(1234.5));
console.log((0.12).toLocaleString('en', { style: 'percent' }));
console.log(new Intl.ListFormat('en').format(['A', 'B', 'C']));
console.log(new Intl.ListFormat('zh').format(['A', 'B', 'C']));
console.log(new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(-1, 'day'));
console.log(new Intl.RelativeTimeFormat('zh', { numeric: 'auto' }).format(-1, 'day'));
console.log(3 + { one: 'st', two: 'nd', few: 'rd', other: 'th' }[new Intl.PluralRules('en', { type: 'ordinal' }).select(3)]);
console.log(new Intl.NumberFormat('zh', { notation: 'compact' }).format(12345));
console.log(new Intl.DisplayNames('en', { type: 'region' }).of('DE'));
console.log(new Intl.DisplayNames('zh', { type: 'region' }).of('DE'));
