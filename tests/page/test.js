/* SPDX-License-Identifier: MIT */
/* Runs in the page that it tests, behind the page's own script; see tests/program/page.sh. */

const TOLERANCE = 1e-9 + 1e-12; /* both sides are rounded to 1e-9 */
const LOSS_TOLERANCE = 0.02; /* points; terms reach the page with four decimals */
const failures = [];
let checks = 0;

function check(good, text) {
	checks++;
	if (!good && failures.length < 20) {
		failures.push(text);
	}
}

function near(a, b, tolerance) {
	return Math.abs(a - b) <= tolerance;
}

/* Numbers, verdicts and ranks against the program's, for its random weights. */
function testScores() {
	check(EXPECTED.length === SETS, EXPECTED.length + ' sets of weights, not ' + SETS);
	check(EXPECTED.every((set) => set.rows.length > 0), 'a set without rows');
	check(EXPECTED.every((set) => Object.keys(set.weights).length >= page.model.criteria.length), 'weights left out');
	EXPECTED.forEach((set, i) => {
		const weights = Object.assign({}, initialWeights(page.model.rules), set.weights);
		const results = new Map(page.evaluate(weights).map((r) => [rowKey(r.row), r]));
		check(set.rows.some(([key]) => results.has(key)), 'set ' + i + ': no row is in the page');
		set.rows.forEach(([key, score, low, high, verdict, coverage, rank]) => {
			const result = results.get(key);
			if (verdict === 'rejected') {
				check(!result && isRejected(page.byKey.get(key)), 'set ' + i + ', ' + key + ': not rejected');
			}
			if (!result) {
				return; /* --top left it out */
			}
			const name = 'set ' + i + ', ' + key + ': ';
			check(near(result.score.value, score, TOLERANCE), name + result.score.value + ', not ' + score);
			check(near(result.score.low, low, TOLERANCE), name + 'low ' + result.score.low + ', not ' + low);
			check(near(result.score.high, high, TOLERANCE), name + 'high ' + result.score.high + ', not ' + high);
			check(result.verdict === verdict, name + result.verdict + ', not ' + verdict);
			check(near(result.coverage, coverage, TOLERANCE), name + 'coverage ' + result.coverage + ', not ' + coverage);
			check(rank !== null, name + 'rejected by the program');
		});
		testOrder(i, results, set.rows);
	});
}

/* The same order among the rows that are here, but for ties. */
function testOrder(i, results, rows) {
	const there = rows.filter(([key, , , , , , rank]) => rank !== null && results.has(key));
	there.forEach(([key], k) => {
		if (k > 0) {
			const before = results.get(there[k - 1][0]);
			const after = results.get(key);
			check(before.rank < after.rank || near(before.score.value, after.score.value, 2e-9),
				'set ' + i + ': order of ' + there[k - 1][0] + ' and ' + key);
		}
	});
}

function testLosses() {
	Object.keys(LOSSES).forEach((key) => {
		const losses = lossesOf(page.model.rules, page.first.weights, page.byKey.get(key));
		check(LOSSES[key].length > 0, key + ': the program explains nothing');
		LOSSES[key].forEach(([step, criterion, term, points]) => {
			const mine = step === 'term' ? pointsOf(losses, criterion, term)
				: step === 'measured' ? pointsOf(losses, criterion, 'measured')
					: pointsOf(losses, undefined, step);
			check(near(mine, points, LOSS_TOLERANCE) || (points === 0 && mine < 0.05 + LOSS_TOLERANCE),
				key + ': ' + step + ' ' + criterion + '.' + term + ' costs ' + mine + ', not ' + points);
		});
	});
}

function rowsShown() {
	return Array.from(document.querySelectorAll('.ranking > tbody > tr:not(.detail)'));
}

function headOf(label) {
	return Array.from(document.querySelectorAll('.ranking > thead th'))
		.find((th) => th.textContent === label);
}

function type(input, value) {
	input.value = value;
	input.dispatchEvent(new Event('input', {bubbles: true}));
}

function testSorting() {
	const scores = () => page.shown.map((result) => result.score.value);
	const sorted = (list) => list.every((x, i) => i === 0 || list[i - 1] >= x);
	headOf('Score').querySelector('button').click();
	check(headOf('Score').getAttribute('aria-sort') === 'descending', 'aria-sort of the score');
	check(sorted(scores()), 'falling scores');
	headOf('Score').querySelector('button').click();
	check(headOf('Score').getAttribute('aria-sort') === 'ascending', 'aria-sort turned');
	check(sorted(scores().reverse()), 'rising scores');
	check(headOf('Rank').getAttribute('aria-sort') === 'none', 'one column is sorted by');
	const names = page.columns.find((column) => column.key === 'name');
	page.sortBy(names);
	const first = rowsShown()[0].querySelector('.open').textContent;
	check(first === visible((page.shown[0].row.solvent || page.shown[0].row.binder).name), 'first by name');
	page.change({sort: 'rank', down: false}, false);
}

function testFiltering() {
	const all = rowsShown().length;
	const word = page.shown[0].verdict;
	const of = page.shown.filter((result) => result.verdict === word).length;
	page.chips.find((chip) => chip.word === word).chip.click();
	check(rowsShown().length === all - of, 'a verdict hidden');
	page.chips.find((chip) => chip.word === word).chip.click();
	type(page.least, '60');
	check(page.shown.every((result) => result.score.value >= 60), 'lowest score');
	check(rowsShown().length === page.shown.length, 'table as filtered');
	type(page.least, '0');
	const name = page.shown[0].row.solvent || page.shown[0].row.binder;
	type(page.search, name.id);
	check(page.shown.length > 0 && page.shown.every((result) =>
		searchText(result.row).includes(name.id.toLowerCase())), 'search by id');
	type(page.search, 'no such thing 1234');
	check(rowsShown().length === 0, 'search for nothing');
	type(page.search, '');
	check(rowsShown().length === all, 'all again');
}

/* A single row may stand at a limit that no weight moves; of many, some move. */
function testReranking() {
	const scores = () => page.shown.map((result) => result.score.value).join();
	const before = scores();
	const moved = page.sliders.some((slider) => {
		type(slider.input, '97');
		return scores() !== before;
	});
	check(moved || page.shown.length === 1, 'sliders re-rank');
	page.resetButton.click();
}

function testSlider() {
	const slider = page.sliders[0];
	const before = page.shown.map((result) => result.score.value).join();
	const share = slider.share.textContent;
	type(slider.input, '97');
	check(slider.share.textContent !== share, 'a slider shows its share');
	check(location.hash.includes('w='), 'a slider changes the link');
	check(page.command.textContent.includes(' --weight ' + slider.id + '='), 'a slider changes the command');
	check(JSON.stringify(page.readLink()) === JSON.stringify(page.view), 'the link says the view');
	page.resetButton.click();
	check(page.shown.map((result) => result.score.value).join() === before, 'reset');
	check(location.hash === '', 'no link where nothing is changed');
}

function testLink() {
	const keys = Array.from(page.byKey.keys());
	const view = {
		weights: Object.assign({}, page.first.weights),
		sort: page.criteriaKey || 'score',
		down: true,
		text: 'a&b=c, "d" #%',
		hidden: ['unsuitable'],
		min: 12,
		chosen: keys.slice(1, 5),
		open: keys.slice(0, 2),
	};
	view.weights[page.model.criteria[0].id] = 0.123456;
	const sorts = page.columns.map((column) => column.key);
	const back = viewFromFragment('#' + viewToFragment(view, page.first), page.first, keys, sorts);
	check(JSON.stringify(back) === JSON.stringify(view), 'link: ' + JSON.stringify(back));
	const odd = viewFromFragment('#w=x:1,%25E0:2&sort=nothing&min=x&rows=none&open=%25', page.first, keys, sorts);
	check(odd.sort === 'rank' && odd.min === 0 && odd.chosen.length === 0, 'a broken link');
}

function testRows() {
	const button = rowsShown()[0].querySelector('.open');
	button.click();
	const detail = document.getElementById(button.getAttribute('aria-controls'));
	check(button.getAttribute('aria-expanded') === 'true' && !detail.hidden, 'a row opens');
	check(detail.querySelectorAll('.breakdown .criterion').length ===
		activeCriteria(page.model.rules, page.view.weights, page.shown[0].row).length, 'breakdown');
	button.click();
	check(detail.hidden, 'a row closes');
	const before = document.querySelectorAll('.legend li').length;
	rowsShown()[0].querySelector('input').click();
	check(document.querySelectorAll('.legend li').length === before - 1, 'a row leaves the plot');
	rowsShown()[0].querySelector('input').click();
}

/* A copy is said on the button, too, which keeps the focus. */
function testCopy() {
	const button = Array.from(document.querySelectorAll('.tools button'))
		.find((b) => b.textContent.startsWith('Copy'));
	button.focus();
	button.click();
	check(/^(Copied|Not copied)$/.test(button.textContent), 'nothing says that it is copied');
	check(document.activeElement === button, 'the focus is lost by copying');
	button.click();
	check(/^(Copied|Not copied)$/.test(button.textContent), 'a second copy');
}

/* Nothing may stick out of its cell: names are broken, in a narrow table and in a wide one. */
function testRoom() {
	document.querySelectorAll('.ranking > tbody th.name').forEach((cell) => {
		const name = cell.querySelector('bdi');
		check(name.getBoundingClientRect().right <= cell.getBoundingClientRect().right + 1,
			'sticks out: ' + name.textContent);
	});
	check(document.documentElement.scrollWidth <= window.innerWidth, 'the page is wider than the window');
}

/* Whoever works by keyboard stays where they were. */
function testFocus() {
	const slider = page.sliders[0];
	type(slider.input, '97');
	page.resetButton.focus();
	page.resetButton.click();
	check(document.activeElement === page.resetButton, 'the focus is lost by resetting');
	check(page.resetButton.getAttribute('aria-disabled') === 'true', 'there is more to reset');
	const chosen = page.view.chosen;
	while (page.legend.querySelector('.remove')) {
		const remove = page.legend.querySelector('.remove');
		remove.focus();
		remove.click();
		check(page.legend.contains(document.activeElement), 'the focus is lost by taking a row out');
	}
	page.change({chosen}, false);
}

/* What is ticked can be told apart by ear and in the legend, with several electrolytes, too. */
function testDistinctNames() {
	const labels = Array.from(document.querySelectorAll('.ranking > tbody input'))
		.map((box) => box.getAttribute('aria-label'));
	check(new Set(labels).size === labels.length, 'boxes with the same name');
	const removes = Array.from(document.querySelectorAll('.legend .remove'))
		.map((button) => button.getAttribute('aria-label'));
	check(new Set(removes).size === removes.length, 'legend with the same names');
	const texts = Array.from(document.querySelectorAll('.legend li')).map((li) => li.textContent);
	check(new Set(texts).size === texts.length, 'legend with the same texts');
}

/* Everything that can be operated has a name. */
function testNames() {
	document.querySelectorAll('#page button, #page input').forEach((control) => {
		const label = control.getAttribute('aria-label') || control.textContent ||
			(control.labels && control.labels.length > 0 && control.labels[0].textContent);
		check(Boolean(label), 'a control without a name: ' + control.outerHTML.slice(0, 80));
	});
	check(!document.getElementById('plain'), 'the plain table is gone');
	check(document.querySelectorAll('#page script, #page img, #page iframe').length === 0, 'strange elements');
	document.querySelectorAll('#page a').forEach((link) =>
		check(/^https?:\/\//.test(link.getAttribute('href')), 'a strange link'));
}

function testHostile() {
	const hostile = page.model.rows.filter((row) => row.solvent && row.solvent.id.startsWith('evil-'));
	const texts = Array.from(document.querySelectorAll('#page bdi')).map((node) => node.textContent);
	hostile.forEach((row) => check(texts.includes(visible(row.solvent.name)), 'name of ' + row.solvent.id));
	check(!('hacked' in window), 'something ran: ' + window.hacked);
	check(!/[\u061c\u2028-\u202e\u2066-\u2069\ufeff\u001b]/.test(document.getElementById('page').textContent), 'signs that turn text');
	check(hostile.length === HOSTILE, hostile.length + ' hostile names, not ' + HOSTILE);
}

try {
	testScores();
	testLosses();
	testNames();
	testHostile();
	testSorting();
	testFiltering();
	testReranking();
	testSlider();
	testLink();
	testRows();
	testRoom();
	testCopy();
	testFocus();
	testDistinctNames();
	check(ERRORS.length === 0, 'errors: ' + ERRORS.join('; '));
} catch (error) {
	failures.push('the test fell over: ' + error.stack);
}
const lines = failures.concat((failures.length === 0 ? 'good: ' : 'bad: ') + checks + ' checks');
document.body.append(el('pre', {id: 'test-result'}));
document.getElementById('test-result').textContent = lines.join('\n');
