/* SPDX-License-Identifier: MIT */
/* What one score is made of: criteria and terms, the numbers behind them, gates, precedents. */

function pointsOf(losses, criterion, term) {
	return losses.filter((part) => part.criterion === criterion &&
		(term === null || part.term === term))
		.reduce((sum, part) => sum + part.points, 0);
}

function costText(points) {
	return points >= 0.05 ? '−' + points.toFixed(1) : '';
}

function withRange(step) {
	return pretty((step.shown || '') + (step.range ? ' (' + step.range + ')' : ''));
}

function termRow(criterion, rule, term, losses) {
	return el('tr', {class: 'term'},
		el('th', {scope: 'row'}, term.what || rule.label),
		el('td', {}, bar(term.d, 2)),
		el('td', {class: 'right'}, costText(pointsOf(losses, criterion.id, term.term))),
		el('td', {}, withRange(term)),
		el('td', {}, term.kind || ''),
		el('td', {class: 'quiet'}, term.why || '', ' ', sourceNode(term.source)));
}

function measuredRow(criterion, measured, losses) {
	return el('tr', {class: 'term'},
		el('th', {scope: 'row'}, 'measured rows'),
		el('td', {}, bar(measured.value, 2)),
		el('td', {class: 'right'}, costText(pointsOf(losses, criterion.id, 'measured'))),
		el('td', {}, 'weight ' + percent(measured.weight)),
		el('td', {}, measured.kind),
		el('td', {class: 'quiet'}, 'the terms alone say ' + fixed(measured.rule.value, 2)));
}

function criterionRows(model, weights, row, criterion, losses) {
	const share = weights[criterion.id] /
		weightSum(activeCriteria(model.rules, weights, row), weights);
	const rows = [el('tr', {class: 'criterion'},
		el('th', {scope: 'row'}, criterion.label + ', ' + percent(share)),
		el('td', {}, bar(row.criteria[criterion.id], 2)),
		el('td', {class: 'right'}, costText(pointsOf(losses, criterion.id, null))),
		el('td', {colspan: 3, class: 'quiet'}, criterion.doc || ''))];
	row.detail.terms.filter((term) => term.criterion === criterion.id).forEach((term) => {
		const rule = criterion.terms.find((t) => t.id === term.term);
		rows.push(termRow(criterion, rule, term, losses));
	});
	const measured = measuredOf(row, criterion.id);
	return measured ? rows.concat(measuredRow(criterion, measured, losses)) : rows;
}

/* "Weighted geometric mean 82.1; times 0.75 for a warning: 61.6; limited by drying to 60". */
function totalText(model, weights, row, score) {
	const mean = meanOf(model.rules, weights, row);
	const factor = row.detail.factor.value;
	const parts = ['Weighted geometric mean of the criteria: ' + fixed(mean, 1)];
	if (factor < 1) {
		parts.push('times ' + factor + ' for a warning: ' + fixed(factor * mean, 1));
	}
	if (factor * mean > score.value + 1e-6) {
		const holder = activeCriteria(model.rules, weights, row).find((c) => c.limit.length > 0 &&
			curveAt(c.limit, row.criteria[c.id].value) <= score.value + 1e-6);
		parts.push('held down by ' + (holder ? criterionName(holder) : 'a limit') + ' to ' +
			fixed(score.value, 1));
	}
	return parts.join('; ') + '.';
}

function breakdown(model, weights, result) {
	const row = result.row;
	const losses = lossesOf(model.rules, weights, row);
	const criteria = activeCriteria(model.rules, weights, row);
	const heads = ['criterion, term', 'worth, 0 to 1', 'costs', 'reads', 'how known', 'note, source'];
	return el('div', {class: 'scroll'}, el('table', {class: 'plain breakdown'},
		el('caption', {}, totalText(model, weights, row, result.score)),
		el('thead', {}, el('tr', {}, ...heads.map((head) => el('th', {scope: 'col'}, head)))),
		el('tbody', {}, ...criteria.reduce((rows, c) =>
			rows.concat(criterionRows(model, weights, row, c, losses)), []))));
}

function inputsTable(row) {
	return table('Numbers it rests on', ['property', 'of', 'value', 'how known', 'note', 'source'],
		row.detail.inputs.map((input) => [input.what, nameOf(input.of || ''), withRange(input),
			(input.kind || '') + (input.status === 'inferred' ? ' ~' : '') +
				(input.status === 'missing' ? '?' : ''),
			input.why || '', sourceNode(input.source)]));
}

function factsTable(caption, facts) {
	return table(caption, ['what', 'found', 'evidence', 'note', 'source'], facts.map((fact) => [
		nameOf(fact.what || fact.id), fact.outcome || '',
		[fact.scope, fact.kind, fact.grade].filter((text) => text).join(', '),
		fact.why || '', sourceNode(fact.source)]));
}

/* With the particulars of this combination where it fired. */
function whyOf(row, gate, rule) {
	const fired = row.rejected_by.concat(row.warnings).find((by) => by.gate === gate.gate);
	return fired ? fired.why : rule.why;
}

function gateItem(model, row, gate) {
	const rule = model.rules.gates.find((g) => g.id === gate.gate);
	const fired = gate.status === 'fired';
	return el('li', {class: fired ? rule.verdict : 'unchecked'},
		el('b', {}, gate.gate),
		fired ? (gate.by ? ', by ' + gate.by : '') : ', could not be checked',
		rule.factor < 1 ? ', factor ' + rule.factor : '',
		': ' + whyOf(row, gate, rule),
		gate.shown ? el('span', {class: 'quiet'}, ' — ' + gate.shown) : null,
		' ', sourceNode(gate.source));
}

function gatesList(model, row) {
	return row.detail.gates.length === 0 ? null : el('div', {},
		el('h4', {}, 'Gates that did not pass'),
		el('ul', {class: 'gates'}, ...row.detail.gates.map((gate) => gateItem(model, row, gate))));
}

function rowDetail(model, weights, result) {
	const detail = result.row.detail;
	return el('div', {class: 'detail'},
		gatesList(model, result.row),
		breakdown(model, weights, result),
		detail.rows.length > 0 ? factsTable('Measured rows that count', detail.rows) : null,
		inputsTable(result.row),
		detail.precedents.length > 0 ? factsTable('What others have done', detail.precedents) : null);
}

/* ---- Rejected, precedents ------------------------------------------------------------------- */

function rowName(row) {
	const liquid = row.solvent ? row.solvent.name : 'no solvent';
	return nameOf(liquid);
}

function rejectedItem(model, row, gateId) {
	const gate = row.detail.gates.find((g) => g.gate === gateId && g.status === 'fired');
	return el('li', {},
		rowName(row),
		model.manyBinders && row.binder ? el('span', {}, ' with ', nameOf(shortName(row.binder))) : null,
		model.manySes && row.se ? el('span', {}, ' for ', nameOf(shortName(row.se))) : null,
		gate ? el('span', {class: 'quiet'}, ' ' + (gate.by ? 'by ' + gate.by : '') +
			(gate.shown ? ': ' + gate.shown : '') + ' ', sourceNode(gate.source)) : null);
}

/* Gates that rejected something, most first, each with its rows. */
function rejectedGroups(model) {
	return model.rules.gates.map((gate) => ({
		gate,
		rows: model.rows.filter((row) => row.rejected_by.some((by) => by.gate === gate.id)),
	})).filter((group) => group.rows.length > 0)
		.sort((a, b) => b.rows.length - a.rows.length);
}

function rejectedSection(model) {
	const groups = rejectedGroups(model);
	const count = model.rows.filter(isRejected).length;
	return el('section', {id: 'rejected', 'aria-labelledby': 'rejected-head'},
		el('h2', {id: 'rejected-head'}, 'Rejected, and why'),
		el('p', {class: 'quiet'}, count === 0 ? 'Nothing was rejected.' : count +
			' rejected; one may fail several gates. No weight brings them back.'),
		...groups.map((group) => el('details', {class: 'group'},
			el('summary', {}, el('span', {class: 'count'}, String(group.rows.length)), ' ',
				el('b', {}, group.gate.id), ' ', el('span', {class: 'quiet'}, group.gate.why)),
			el('ul', {class: 'columns'}, ...group.rows.map((row) =>
				rejectedItem(model, row, group.gate.id))))));
}

function sourcesSection(model) {
	const sources = new Map();
	model.rows.forEach((row) => {
		const detail = row.detail;
		[detail.terms, detail.inputs, detail.rows, detail.gates, detail.precedents].forEach((steps) =>
			steps.filter((step) => step.source).forEach((step) =>
				sources.set(step.source.key, step.source)));
	});
	const keys = Array.from(sources.keys()).sort();
	return el('section', {id: 'sources', 'aria-labelledby': 'sources-head'},
		el('h2', {id: 'sources-head'}, 'Sources'),
		el('details', {class: 'group'},
			el('summary', {}, el('span', {class: 'count'}, String(keys.length)), ' works cited'),
			el('ul', {class: 'columns'}, ...keys.map((key) => el('li', {},
				sourceNode(sources.get(key)), ' ', sources.get(key).citation || '')))));
}

function precedentsSection(model) {
	const facts = new Map();
	model.rows.forEach((row) => row.detail.precedents.forEach((fact) => {
		if (!facts.has(fact.id)) {
			facts.set(fact.id, fact);
		}
	}));
	return el('section', {id: 'precedents', 'aria-labelledby': 'precedents-head'},
		el('h2', {id: 'precedents-head'}, 'Precedents'),
		facts.size === 0 ? el('p', {class: 'quiet'}, 'Nothing published is listed about these.')
			: el('details', {class: 'group'},
				el('summary', {}, el('span', {class: 'count'}, String(facts.size)),
					' published recipes and exposures ', el('span', {class: 'quiet'},
						'about this electrolyte, its family, or sulfides at large')),
				factsTable(null, Array.from(facts.values()))));
}
