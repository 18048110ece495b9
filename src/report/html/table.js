/* SPDX-License-Identifier: MIT */
/* The ranked table: built once, then moved and refilled as the view changes. */

function tableColumns(model) {
	const columns = [{key: 'rank', label: 'Rank', sort: (r) => r.rank}];
	if (model.manySes) {
		columns.push({key: 'se', label: 'Electrolyte', sort: (r) => shortName(r.row.se), name: 'se'});
	}
	columns.push({key: 'name', label: model.manySolvents ? 'Solvent' : 'Binder',
		sort: (r) => (r.row.solvent || r.row.binder).name});
	if (model.manyBinders && model.manySolvents) {
		columns.push({key: 'binder', label: 'Binder', sort: (r) => shortName(r.row.binder), name: 'binder'});
	}
	columns.push({key: 'score', label: 'Score', sort: (r) => r.score.value, falling: true});
	columns.push({key: 'verdict', label: 'Verdict',
		sort: (r) => model.rules.verdicts.findIndex((v) => v.word === r.verdict)});
	model.criteria.forEach((c) => columns.push({key: c.id, label: criterionName(c), criterion: c, falling: true,
		sort: (r) => r.row.criteria[c.id] ? r.row.criteria[c.id].value : -1}));
	columns.push({key: 'known', label: 'Known', sort: (r) => r.coverage, falling: true});
	return columns;
}

function verdictPill(model, word) {
	const at = model.rules.verdicts.findIndex((verdict) => verdict.word === word);
	const last = model.rules.verdicts.length - 1;
	const grade = at < 0 ? 'bad' : ['good', 'fair', 'poor', 'bad'][Math.round(3 * at / Math.max(last, 1))];
	return el('span', {class: 'pill ' + grade}, word);
}

/* What tells a row from all others of the page, in words. */
function rowText(model, row) {
	const material = row.solvent || row.binder;
	return material.name +
		(model.manyBinders && row.binder && row.solvent ? ' with ' + shortName(row.binder) : '') +
		(model.manySes && row.se ? ' for ' + shortName(row.se) : '');
}

/* The score with its interval, on a scale of 0 to 100. */
function scoreCell(score) {
	const at = (x) => Math.max(0, Math.min(100, x)).toFixed(1) + '%';
	return el('div', {class: 'scored'},
		el('b', {}, fixed(score.value, 0)),
		el('span', {class: 'scale', 'aria-hidden': 'true'},
			el('span', {class: 'span', style: `left:${at(score.low)};right:${at(100 - score.high)}`}),
			el('span', {class: 'dot', style: `left:${at(score.value)}`})),
		el('span', {class: 'quiet'}, fixed(score.low, 0) + '–' + fixed(score.high, 0)));
}

function rankCell(result, firstRank) {
	const moved = firstRank - result.rank;
	return el('span', {class: 'rank'}, String(result.rank),
		result.likeBest && result.rank > 1 ? el('abbr', {title:
			'its interval overlaps the best one’s: they cannot be told apart'}, '=') : null,
		moved === 0 ? null : el('span', {class: moved > 0 ? 'up' : 'down'},
			(moved > 0 ? '▲' : '▼') + Math.abs(moved),
			el('span', {class: 'unseen'}, moved > 0 ? ' places up' : ' places down')));
}

function detailId(index) {
	return 'detail-' + index;
}

function nameCell(page, row, index) {
	const material = row.solvent || row.binder;
	const key = rowKey(row);
	const button = el('button', {class: 'open', type: 'button', 'aria-expanded': 'false',
		'aria-controls': detailId(index), onclick: () => page.toggleOpen(key)},
	el('span', {class: 'chevron', 'aria-hidden': 'true'}), nameOf(material.name));
	const box = el('input', {type: 'checkbox', 'aria-label': visible('Plot ' + rowText(page.model, row)),
		onchange: () => page.toggleChosen(key)});
	const warnings = row.warnings.map((warning) =>
		el('span', {class: 'warning', title: visible(warning.why)}, warning.gate));
	const cell = el('div', {class: 'name'}, box, el('div', {}, button, el('div', {class: 'small'},
		material.cas ? el('span', {class: 'cas'}, material.cas) : null,
		row.reference ? el('span', {class: 'warning'}, 'reference') : null, ...warnings)));
	return {cell, button, box};
}

function bodyCell(model, column, row) {
	if (column.criterion) {
		const num = row.criteria[column.key];
		return el('td', {class: 'criterion'}, num ? bar(num, 2) : '');
	}
	const material = column.name ? row[column.name] : null;
	return el('td', {class: column.key, title: material ? visible(material.name) : null},
		material ? nameOf(shortName(material)) : '');
}

/* The two table rows of a combination, with what changes in them. */
function tableRow(page, row, index) {
	const name = nameCell(page, row, index);
	const cells = {};
	page.columns.forEach((column) => {
		cells[column.key] = column.key === 'name'
			? el('th', {scope: 'row', class: 'name'}, name.cell)
			: bodyCell(page.model, column, row);
	});
	const detailCell = el('td', {colspan: page.columns.length});
	return {
		row,
		cells,
		name,
		detailCell,
		main: el('tr', {}, ...page.columns.map((column) => cells[column.key])),
		detail: el('tr', {class: 'detail', id: detailId(index), hidden: true}, detailCell),
	};
}

function refillRow(page, view, entry, result) {
	const key = rowKey(entry.row);
	const open = view.open.includes(key);
	const at = view.chosen.indexOf(key);
	replaceChildren(entry.cells.rank, rankCell(result, page.firstRanks.get(key)));
	replaceChildren(entry.cells.score, scoreCell(result.score));
	replaceChildren(entry.cells.verdict, verdictPill(page.model, result.verdict));
	replaceChildren(entry.cells.known, percent(result.coverage));
	entry.name.button.setAttribute('aria-expanded', String(open));
	entry.name.box.checked = at >= 0;
	entry.name.box.disabled = at < 0 && view.chosen.length >= CHOSEN_MAX;
	entry.main.className = at >= 0 ? 'chosen series-' + at : '';
	entry.detail.hidden = !open;
	replaceChildren(entry.detailCell, open ? rowDetail(page.model, view.weights, result) : null);
}

function headCell(page, column) {
	const button = el('button', {type: 'button', title: column.criterion ? visible(column.criterion.label) : null,
		onclick: () => page.sortBy(column)}, column.label);
	return el('th', {scope: 'col', class: column.criterion ? 'criterion' : column.key,
		'aria-sort': 'none'}, button);
}

function refillHeads(page, view) {
	page.columns.forEach((column, i) => {
		const here = column.key === view.sort;
		page.heads[i].setAttribute('aria-sort',
			here ? (view.down ? 'descending' : 'ascending') : 'none');
	});
}

/* Moving a row that stays where it is would lose its focus. */
function putInOrder(body, nodes) {
	const wanted = new Set(nodes);
	Array.from(body.children).forEach((node) => {
		if (!wanted.has(node)) {
			node.remove();
		}
	});
	nodes.forEach((node, i) => {
		if (body.children[i] !== node) {
			body.insertBefore(node, body.children[i] || null);
		}
	});
}
