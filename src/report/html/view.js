/* SPDX-License-Identifier: MIT */
/* What the reader has set, and how a link says it: "#w=safety:0.2&sort=name&rows=anisole". */

const CHOSEN_MAX = 6;
const CHOSEN_AT_FIRST = 3;

function initialWeights(rules) {
	const weights = {};
	rules.criteria.forEach((c) => {
		weights[c.id] = c.counts ? c.weight : 0;
	});
	return weights;
}

function defaultView(rules, chosen) {
	return {
		weights: initialWeights(rules),
		sort: 'rank',
		down: false,
		text: '',
		hidden: [],
		min: 0,
		chosen: chosen.slice(),
		open: [],
	};
}

function sameList(a, b) {
	return a.length === b.length && a.every((item, i) => item === b[i]);
}

function joinList(items) {
	return items.map(encodeURIComponent).join(',');
}

function splitList(text) {
	return text === '' ? [] : text.split(',').map(decodeURIComponent);
}

function changedWeights(view, first) {
	return Object.keys(view.weights).filter((id) => view.weights[id] !== first.weights[id]);
}

/* Only what differs from the view at first. */
function viewToFragment(view, first) {
	const said = new URLSearchParams();
	const changed = changedWeights(view, first);
	if (changed.length > 0) {
		said.set('w', changed.map((id) =>
			encodeURIComponent(id) + ':' + view.weights[id]).join(','));
	}
	if (view.sort !== first.sort || view.down) {
		said.set('sort', (view.down ? '-' : '') + view.sort);
	}
	if (view.text !== '') {
		said.set('q', view.text);
	}
	if (view.hidden.length > 0) {
		said.set('hide', joinList(view.hidden));
	}
	if (view.min > 0) {
		said.set('min', String(view.min));
	}
	if (!sameList(view.chosen, first.chosen)) {
		said.set('rows', joinList(view.chosen));
	}
	if (view.open.length > 0) {
		said.set('open', joinList(view.open));
	}
	return said.toString();
}

function readWeights(view, text) {
	text.split(',').forEach((pair) => {
		const at = pair.lastIndexOf(':');
		const id = decodeURIComponent(pair.slice(0, at));
		const weight = Number(pair.slice(at + 1));
		if (Object.prototype.hasOwnProperty.call(view.weights, id) &&
			Number.isFinite(weight) && weight >= 0) {
			view.weights[id] = weight;
		}
	});
}

function readSort(view, text) {
	view.down = text.startsWith('-');
	view.sort = view.down ? text.slice(1) : text;
}

function knownKeys(text, keys) {
	return splitList(text).filter((key) => keys.includes(key));
}

/* A link may be old or mistyped: what is not understood is passed over. */
function viewFromFragment(fragment, first, keys, sorts) {
	const said = new URLSearchParams(fragment.replace(/^#/, ''));
	const view = Object.assign({}, first, {weights: Object.assign({}, first.weights)});
	const readers = {
		w: (text) => readWeights(view, text),
		sort: (text) => readSort(view, text),
		q: (text) => { view.text = text; },
		hide: (text) => { view.hidden = splitList(text); },
		min: (text) => { view.min = Math.min(Math.max(Number(text) || 0, 0), 100); },
		rows: (text) => { view.chosen = knownKeys(text, keys).slice(0, CHOSEN_MAX); },
		open: (text) => { view.open = knownKeys(text, keys); },
	};
	said.forEach((text, key) => {
		try {
			if (readers[key]) {
				readers[key](text);
			}
		} catch (error) {
			if (!(error instanceof URIError)) {
				throw error;
			}
		}
	});
	if (!sorts.includes(view.sort)) {
		readSort(view, first.sort);
	}
	return view;
}

/* The rows a view shows, in its order. sortValue(result, key) gives a number or a text. */
function shownResults(view, results, sortValue) {
	const words = view.text.toLowerCase().split(/\s+/).filter((word) => word !== '');
	const shown = results.filter((result) =>
		!view.hidden.includes(result.verdict) && result.score.value >= view.min &&
		words.every((word) => searchText(result.row).includes(word)));
	shown.sort((a, b) => {
		const x = sortValue(a, view.sort);
		const y = sortValue(b, view.sort);
		const by = typeof x === 'string' ? x.localeCompare(y, 'en') : x - y;
		return (view.down ? -by : by) || a.rank - b.rank;
	});
	return shown;
}

function searchText(row) {
	return [row.se, row.binder, row.solvent, row.salt]
		.filter((material) => material)
		.map((m) => [m.name, m.id, m.cas || ''].join(' '))
		.concat(row.warnings.map((warning) => warning.gate))
		.join(' ').toLowerCase();
}

/* The program's command for the view's weights. */
function commandFor(head, view, first) {
	return head.command + changedWeights(view, first).map((id) =>
		' --weight ' + id + '=' + view.weights[id]).join('');
}
