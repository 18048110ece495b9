/* SPDX-License-Identifier: MIT */
/* The page: what it shows, what moves, and the link that says how it was left. */

const ANNOUNCE_AFTER = 500; /* ms: not at every step of a slider */
const COPIED_FOR = 1500; /* ms */

function makeModel(data) {
	const rules = data.head.rules;
	const differ = (role) => new Set(data.rows.map((row) => row[role] && row[role].id)).size > 1;
	return {
		rules,
		head: data.head,
		title: data.title[0] || '',
		rows: data.rows,
		criteria: rules.criteria.filter((c) => c.counts),
		reference: data.rows.find((row) => row.reference) || null,
		manySes: differ('se'),
		manyBinders: differ('binder'),
		manySolvents: data.rows.some((row) => row.solvent),
	};
}

/* ---- Head ----------------------------------------------------------------------------------- */

function themeButton() {
	const themes = ['auto', 'light', 'dark'];
	const button = el('button', {type: 'button', onclick: () => {
		const now = document.documentElement.dataset.theme || 'auto';
		const next = themes[(themes.indexOf(now) + 1) % themes.length];
		document.documentElement.dataset.theme = next;
		button.textContent = 'Theme: ' + next;
	}}, 'Theme: auto');
	return button;
}

/* Whether it worked. */
function copyText(text) {
	const area = el('textarea', {readonly: true, class: 'unseen'});
	area.value = text;
	document.body.append(area);
	area.select();
	const copied = document.execCommand('copy'); /* works on file: pages, too */
	area.remove();
	return copied;
}

/* Says what came of it for a moment, and to screen readers. */
function copyButton(page, label, what, textOf) {
	let timer = 0;
	const button = el('button', {type: 'button', onclick: () => {
		const copied = copyText(textOf());
		button.focus();
		button.textContent = copied ? 'Copied' : 'Not copied';
		page.announce(what + (copied ? ' copied' : ' could not be copied'));
		clearTimeout(timer);
		timer = setTimeout(() => { button.textContent = label; }, COPIED_FOR);
	}}, label);
	return button;
}

function pageHead(page) {
	const at = page.model.title.lastIndexOf(': ');
	return el('header', {class: 'top'},
		el('div', {},
			el('h1', {}, at < 0 ? page.model.title : page.model.title.slice(0, at)),
			el('p', {class: 'quiet'}, at < 0 ? '' : page.model.title.slice(at + 2))),
		el('div', {class: 'tools'},
			copyButton(page, 'Copy link to this view', 'Link', () => location.href),
			el('button', {type: 'button', onclick: () => window.print()}, 'Print'),
			themeButton()));
}

/* ---- Weights -------------------------------------------------------------------------------- */

function weightSlider(page, criterion) {
	const id = 'weight-' + criterion.id;
	const share = el('output', {for: id});
	const input = el('input', {id, type: 'range', min: 0, max: 100, step: 1,
		oninput: () => page.setWeight(criterion.id, Number(input.value) / page.weightScale)});
	return {
		id: criterion.id,
		input,
		share,
		node: el('div', {class: 'weight'},
			el('label', {for: id, title: visible(criterion.label)}, criterionName(criterion)),
			share, input),
	};
}

function refillSlider(page, view, slider) {
	const total = weightSum(page.model.criteria, view.weights);
	const share = total > 0 ? view.weights[slider.id] / total : 0;
	slider.share.textContent = percent(share);
	slider.input.setAttribute('aria-valuetext', percent(share) + ' of the weight');
	if (document.activeElement !== slider.input) {
		slider.input.value = String(view.weights[slider.id] * page.weightScale);
	}
}

function weightsPanel(page) {
	page.sliders = page.model.criteria.map((c) => weightSlider(page, c));
	page.resetButton = el('button', {type: 'button', onclick: () => page.resetWeights()},
		'Reset weights');
	return el('section', {id: 'weights', class: 'card', 'aria-labelledby': 'weights-head'},
		el('div', {class: 'bar-head'}, el('h2', {id: 'weights-head'}, 'Weights'), page.resetButton),
		el('div', {class: 'weights'}, ...page.sliders.map((slider) => slider.node)));
}

/* ---- Filters -------------------------------------------------------------------------------- */

function verdictChip(page, word) {
	const chip = el('button', {type: 'button', class: 'chip', 'aria-pressed': 'true',
		onclick: () => page.toggleVerdict(word)}, verdictPill(page.model, word),
	el('span', {class: 'count'}));
	return {word, chip, count: chip.lastChild};
}

function filterBar(page) {
	page.search = el('input', {type: 'search', placeholder: 'name, CAS, gate', spellcheck: 'false',
		oninput: () => page.change({text: page.search.value}, 'filter')});
	page.least = el('input', {type: 'number', min: 0, max: 100, step: 5,
		oninput: () => page.change({min: Number(page.least.value) || 0}, 'filter')});
	page.chips = page.model.rules.verdicts.map((verdict) => verdictChip(page, verdict.word));
	return el('div', {class: 'filters', role: 'search'},
		el('label', {}, el('span', {}, 'Find'), page.search),
		el('div', {class: 'chips', role: 'group', 'aria-label': 'Verdicts shown'},
			...page.chips.map((chip) => chip.chip)),
		el('label', {}, el('span', {}, 'Score from'), page.least));
}

function refillFilters(page, view, results) {
	page.chips.forEach((chip) => {
		const count = results.filter((result) => result.verdict === chip.word).length;
		chip.chip.setAttribute('aria-pressed', String(!view.hidden.includes(chip.word)));
		chip.count.textContent = String(count);
	});
	if (document.activeElement !== page.search) {
		page.search.value = view.text;
	}
	if (document.activeElement !== page.least) {
		page.least.value = String(view.min);
	}
}

/* ---- Table and spider ----------------------------------------------------------------------- */

function rankingSection(page) {
	page.heads = page.columns.map((column) => headCell(page, column));
	page.body = el('tbody', {});
	page.shownNote = el('p', {class: 'quiet', id: 'shown'});
	return el('section', {id: 'ranking', class: 'card', 'aria-labelledby': 'ranking-head'},
		el('h2', {id: 'ranking-head'}, 'Ranking'),
		filterBar(page),
		page.shownNote,
		el('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-labelledby': 'ranking-head'},
			el('table', {class: 'ranking', 'aria-labelledby': 'ranking-head', 'aria-describedby': 'shown'},
				el('thead', {}, el('tr', {}, ...page.heads)), page.body)),
		el('p', {class: 'quiet small'}, 'Scores run from 0 to 100, with the interval in which they ',
			'may lie. ~ inferred from a stand-in, ? nothing known, = cannot be told from the best. ',
			'Open a name to see what its score is made of; tick it to plot it.'));
}

function spiderSection(page) {
	page.plot = el('div', {class: 'plot'});
	page.legend = el('ul', {class: 'legend', tabindex: -1});
	return el('aside', {id: 'spider', class: 'card', 'aria-labelledby': 'spider-head'},
		el('h2', {id: 'spider-head'}, 'Chosen rows'),
		page.plot, page.legend,
		el('p', {class: 'quiet small'}, 'Outside is good. Bands: where a value may lie; hollow ',
			'marks: inferred; gaps: nothing known.'));
}

function legendItem(page, row, series) {
	const name = (row.solvent || row.binder).name;
	const binder = page.model.manyBinders && row.binder && row.solvent
		? el('span', {class: 'quiet'}, ' with ', nameOf(shortName(row.binder))) : null;
	const se = page.model.manySes && row.se
		? el('span', {class: 'quiet'}, ' for ', nameOf(shortName(row.se))) : null;
	return el('li', {}, spiderKey(series), el('span', {}, nameOf(name), binder, se,
		series === null ? el('span', {class: 'quiet'}, ', reference') : null),
	series === null ? null : el('button', {type: 'button', class: 'remove',
		'aria-label': visible('Take ' + rowText(page.model, row) + ' out of the plot'),
		onclick: () => page.toggleChosen(rowKey(row))}, '×'));
}

function refillSpider(page, view) {
	const rows = view.chosen.map((key) => page.byKey.get(key)).filter((row) => row && row.criteria);
	const reference = page.model.reference;
	replaceChildren(page.plot, page.model.criteria.length < 3 ? null
		: spiderPlot(page.model, rows, reference));
	const removes = () => Array.from(page.legend.querySelectorAll('.remove'));
	const focused = removes().indexOf(document.activeElement);
	replaceChildren(page.legend, ...rows.map((row, i) => legendItem(page, row, i)),
		reference ? legendItem(page, reference, null) : null);
	if (focused >= 0) { /* it is gone: the next one, or the panel where there is none */
		(removes()[Math.min(focused, removes().length - 1)] || page.legend).focus();
	}
}

/* ---- About ---------------------------------------------------------------------------------- */

function about(page) {
	const head = page.model.head;
	const db = head.database;
	const pair = (key, value) => [el('dt', {}, key), el('dd', {}, value)];
	page.command = el('code', {});
	const files = db.overlays.map((overlay) => ' + ' + overlay.file + ' ' + overlay.sha256).join('');
	return el('section', {id: 'about', 'aria-labelledby': 'about-head'},
		el('h2', {id: 'about-head'}, 'How to get the same again'),
		el('div', {class: 'command'}, el('pre', {}, page.command),
			copyButton(page, 'Copy', 'Command', () => page.command.textContent)),
		el('dl', {},
			...pair('Program', head.program),
			...pair('Model', head.model.name + ', ' + head.model.route + ' route; an unknown term: ' +
				page.model.rules.missing),
			...pair('Weights of the run', page.model.criteria.map((c) =>
				criterionName(c) + ' ' + percent(head.model.weights[c.id])).join(', ')),
			...pair('Database', el('span', {}, (db.version || 'your own') + ', SHA-256 ',
				el('code', {}, db.sha256), files))),
		el('p', {class: 'quiet'}, 'A screening aid made of published numbers and rules, not a ',
			'measurement. This page loads nothing from anywhere and sends nothing.'));
}

/* ---- Behaviour ------------------------------------------------------------------------------ */

class Page {
	constructor(data) {
		this.model = makeModel(data);
		this.columns = tableColumns(this.model);
		this.byKey = new Map(data.rows.map((row) => [rowKey(row), row]));
		this.results = this.evaluate(initialWeights(this.model.rules));
		this.firstRanks = new Map(this.results.map((result) => [rowKey(result.row), result.rank]));
		this.first = defaultView(this.model.rules,
			this.results.slice(0, CHOSEN_AT_FIRST).map((result) => rowKey(result.row)));
		this.weightScale = 100 / weightSum(this.model.criteria, this.first.weights);
		this.view = this.readLink();
		this.entries = new Map();
	}

	evaluate(weights) {
		const results = rankRows(this.model.rules, weights, this.model.rows);
		results.forEach((result) => {
			result.coverage = coverageOf(this.model.rules, weights, result.row);
		});
		return results;
	}

	readLink() {
		return viewFromFragment(location.hash, this.first, Array.from(this.byKey.keys()),
			this.columns.map((column) => column.key));
	}

	build(root) {
		root.append(pageHead(this),
			el('div', {class: 'layout'},
				el('main', {}, weightsPanel(this), rankingSection(this)), spiderSection(this)),
			rejectedSection(this.model), precedentsSection(this.model), sourcesSection(this.model),
			about(this));
		window.addEventListener('hashchange', () => {
			this.view = this.readLink();
			this.refill(true);
		});
		this.refill(true);
	}

	change(what, announce) {
		Object.assign(this.view, what);
		this.refill(Boolean(what.weights));
		this.writeLink();
		if (announce) {
			this.announceLater();
		}
	}

	refill(weightsToo) {
		if (weightsToo) {
			this.results = this.evaluate(this.view.weights);
		}
		const sortOf = (result, key) => this.columns.find((column) => column.key === key).sort(result);
		this.shown = shownResults(this.view, this.results, sortOf);
		const nodes = [];
		this.shown.forEach((result) => {
			const entry = this.entryOf(result.row);
			refillRow(this, this.view, entry, result);
			nodes.push(entry.main, entry.detail);
		});
		putInOrder(this.body, nodes);
		this.refillRest();
	}

	refillRest() {
		refillHeads(this, this.view);
		refillFilters(this, this.view, this.results);
		refillSpider(this, this.view);
		this.sliders.forEach((slider) => refillSlider(this, this.view, slider));
		/* Not disabled for good: that would drop the focus of whoever has just pressed it. */
		this.resetButton.setAttribute('aria-disabled',
			String(changedWeights(this.view, this.first).length === 0));
		this.shownNote.textContent = this.shownText();
		this.command.textContent = visible(commandFor(this.model.head, this.view, this.first));
	}

	shownText() {
		const kept = this.results.length;
		const all = this.model.head.counts.ranked;
		return this.shown.length + ' of ' + kept + ' ranked rows shown' +
			(all > kept ? '; ' + (all - kept) + ' more are not in this page (--top)' : '') + '.';
	}

	entryOf(row) {
		const key = rowKey(row);
		if (!this.entries.has(key)) {
			this.entries.set(key, tableRow(this, row, this.entries.size));
		}
		return this.entries.get(key);
	}

	setWeight(id, weight) {
		const weights = Object.assign({}, this.view.weights);
		weights[id] = Math.round(weight * 1e6) / 1e6;
		this.change({weights}, true);
	}

	resetWeights() {
		this.change({weights: Object.assign({}, this.first.weights)}, true);
	}

	sortBy(column) {
		const same = this.view.sort === column.key;
		this.change({sort: column.key, down: same ? !this.view.down : Boolean(column.falling)}, true);
	}

	toggleVerdict(word) {
		this.change({hidden: this.toggled(this.view.hidden, word)}, true);
	}

	toggleChosen(key) {
		this.change({chosen: this.toggled(this.view.chosen, key).slice(0, CHOSEN_MAX)}, false);
	}

	toggleOpen(key) {
		this.change({open: this.toggled(this.view.open, key)}, false);
	}

	toggled(list, item) {
		return list.includes(item) ? list.filter((other) => other !== item) : list.concat(item);
	}

	writeLink() {
		const fragment = viewToFragment(this.view, this.first);
		history.replaceState(null, '', fragment ? '#' + fragment : location.pathname + location.search);
	}

	announceLater() {
		clearTimeout(this.timer);
		this.timer = setTimeout(() => {
			const best = this.shown.slice(0, 3).map((result) => result.rank + '. ' +
				(result.row.solvent || result.row.binder).name + ', ' + fixed(result.score.value, 0));
			this.announce(this.shownText() + ' ' + best.join('; '));
		}, ANNOUNCE_AFTER);
	}

	announce(text) {
		document.getElementById('announce').textContent = visible(text);
	}
}

/* null where the page holds no ranking: the plain one stays. */
function start() {
	const data = unpackData(document.getElementById('data').textContent);
	if (data === null) {
		return null;
	}
	const root = document.getElementById('page');
	const page = new Page(data);
	page.build(root);
	root.hidden = false;
	document.getElementById('plain').remove();
	return page;
}
