/* SPDX-License-Identifier: MIT */
/*
 * The total, as src/engine/eval.c makes it: tests/program/page.sh compares the two. Weights are an object
 * {criterion: weight}; only their proportions matter.
 */

const ENDS = ['value', 'low', 'high'];
const COVERED_KINDS = ['measured', 'compiled', 'calculated'];
const LOWEST_DESIRABILITY = 1e-6; /* as in explain.c: keeps the shares of a loss readable */

function roundScore(x) {
	return Math.round(x * 1e9) / 1e9;
}

/* Piecewise linear through the points, constant beyond the ends. */
function curveAt(points, x) {
	const last = points[points.length - 1];
	if (x <= points[0].x) {
		return points[0].y;
	}
	if (x >= last.x) {
		return last.y;
	}
	const right = points.findIndex((point) => x < point.x);
	const a = points[right - 1];
	const b = points[right];
	return a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x);
}

/* Criteria that count for a row, in the model's order. */
function activeCriteria(rules, weights, row) {
	return rules.criteria.filter((c) => weights[c.id] > 0 && row.criteria[c.id] !== null);
}

function weightSum(criteria, weights) {
	return criteria.reduce((sum, c) => sum + weights[c.id], 0);
}

function scoreAt(rules, weights, row, end) {
	const sums = [0, 0, 0];
	const shares = [0, 0, 0];
	let limit = 100;
	activeCriteria(rules, weights, row).forEach((c) => {
		const value = row.criteria[c.id][end];
		sums[c.group] += weights[c.id] * Math.log(Math.max(value, rules.floor));
		shares[c.group] += weights[c.id];
		if (c.limit.length > 0) {
			limit = Math.min(limit, curveAt(c.limit, value));
		}
	});
	const total = shares[0] + shares[1] + shares[2];
	const mean = Math.exp((sums[0] + sums[1] + sums[2]) / total);
	return total > 0 ? Math.min(row.detail.factor[end] * 100 * mean, limit) : 0;
}

function scoreOf(rules, weights, row) {
	const score = {};
	ENDS.forEach((end) => {
		score[end] = roundScore(scoreAt(rules, weights, row, end));
	});
	score.low = Math.min(score.low, score.value);
	score.high = Math.max(score.high, score.value);
	return score;
}

function measuredOf(row, criterion) {
	return row.detail.measured.find((m) => m.criterion === criterion) || null;
}

/* A term counts as missing where the outcome rests on it. */
function isTermMissing(rules, weights, row, path) {
	return row.detail.terms.some((term) => {
		const measured = measuredOf(row, term.criterion);
		return term.criterion + '.' + term.term === path && term.d.state === 'missing' &&
			weights[term.criterion] > 0 && termWeight(rules, term) > 0 &&
			!(measured && measured.weight >= 1);
	});
}

function termWeight(rules, term) {
	const criterion = rules.criteria.find((c) => c.id === term.criterion);
	return criterion.terms.find((t) => t.id === term.term).weight;
}

function verdictIndex(rules, weights, row, score) {
	const last = rules.verdicts.length - 1;
	let verdict = 0;
	while (verdict < last && score.value < rules.verdicts[verdict].at) {
		verdict++;
	}
	while (verdict < last && score.low < rules.verdicts[verdict].low_at) {
		verdict++;
	}
	rules.caps.forEach((cap) => {
		if (verdict < cap.at_most &&
			cap.terms.some((path) => isTermMissing(rules, weights, row, path))) {
			verdict = cap.at_most;
		}
	});
	return verdict;
}

function verdictOf(rules, weights, row, score) {
	return rules.verdicts[verdictIndex(rules, weights, row, score)].word;
}

/* Share of the weights that rests on numbers which a reviewer may rely on. */
function coverageOf(rules, weights, row) {
	const criteria = activeCriteria(rules, weights, row);
	const total = weightSum(criteria, weights);
	let covered = 0;
	criteria.forEach((c) => {
		const terms = row.detail.terms.filter((t) => t.criterion === c.id);
		const measured = measuredOf(row, c.id);
		const all = terms.reduce((sum, t) => sum + termWeight(rules, t), 0);
		terms.forEach((term) => {
			const byRows = measured && measured.weight >= 1;
			const state = byRows ? measured.value.state : term.d.state;
			const kind = byRows ? measured.kind : term.kind;
			if (state === 'measured' && COVERED_KINDS.includes(kind)) {
				covered += weights[c.id] / total * termWeight(rules, term) / all;
			}
		});
	});
	return covered;
}

function compareTexts(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}

function compareIds(a, b) {
	return ['se', 'binder', 'solvent'].reduce((by, role) => by !== 0 || !a[role] || !b[role]
		? by : compareTexts(a[role].id, b[role].id), 0);
}

/* One result a row that is not rejected, best first. */
function rankRows(rules, weights, rows) {
	const results = rows.filter((row) => !isRejected(row)).map((row) => {
		const score = scoreOf(rules, weights, row);
		return {row, score, verdict: verdictOf(rules, weights, row, score)};
	});
	results.sort((a, b) => b.score.value - a.score.value || compareIds(a.row, b.row));
	results.forEach((result, i) => {
		result.rank = i + 1;
		result.likeBest = result.score.high >= results[0].score.low;
	});
	return results;
}

/* ---- What the total loses, as src/engine/explain.c says it -------------------------------- */

function logLoss(d) {
	return -Math.log(Math.max(d, LOWEST_DESIRABILITY));
}

function termLoss(rules, criterion, term) {
	return termWeight(rules, term) * (criterion.combine === 'geometric'
		? logLoss(term.d.value) : Math.max(0, 1 - term.d.value));
}

/* A criterion's loss falls on its measured rows and its terms. */
function splitCriterion(rules, row, criterion, share) {
	const loss = -share * Math.log(Math.max(row.criteria[criterion.id].value, rules.floor));
	const terms = row.detail.terms.filter((term) => term.criterion === criterion.id);
	const parts = terms.map((term) => termLoss(rules, criterion, term));
	const all = parts.reduce((sum, part) => sum + part, 0);
	const measured = measuredOf(row, criterion.id);
	let byRows = 0;
	if (measured) {
		const rowsPart = measured.weight * logLoss(measured.value.value);
		const rulePart = (1 - measured.weight) * logLoss(measured.rule.value);
		byRows = rowsPart + rulePart > 0 ? rowsPart / (rowsPart + rulePart) : 0;
	}
	const losses = terms.map((term, i) => ({
		criterion: criterion.id,
		term: term.term,
		loss: all > 0 ? loss * (1 - byRows) * parts[i] / all : 0,
	}));
	return losses.concat({criterion: criterion.id, term: 'measured', loss: loss * byRows});
}

/* The mean of the criteria, before factor and limits. */
function meanOf(rules, weights, row) {
	const criteria = activeCriteria(rules, weights, row);
	const sum = criteria.reduce((all, c) => all +
		weights[c.id] * Math.log(Math.max(row.criteria[c.id].value, rules.floor)), 0);
	const total = weightSum(criteria, weights);
	return total > 0 ? 100 * Math.exp(sum / total) : 0;
}

/* [{criterion, term, points}]: term is "measured", or "factor" and "limit" without a criterion. */
function lossesOf(rules, weights, row) {
	const criteria = activeCriteria(rules, weights, row);
	const total = weightSum(criteria, weights);
	const score = scoreOf(rules, weights, row).value;
	const unlimited = row.detail.factor.value * meanOf(rules, weights, row);
	let losses = [];
	criteria.forEach((c) => {
		losses = losses.concat(splitCriterion(rules, row, c, weights[c.id] / total));
	});
	losses.push({term: 'factor', loss: -Math.log(row.detail.factor.value)});
	losses.push({term: 'limit', loss: unlimited > score ? logLoss(score / unlimited) : 0});
	const all = losses.reduce((sum, part) => sum + part.loss, 0);
	losses.forEach((part) => {
		part.points = all > 0 ? part.loss / all * (100 - score) : 0;
	});
	return losses;
}
