/* SPDX-License-Identifier: MIT */
/*
 * The spider of the chosen rows: criteria as axes, 0 in the middle, 1 outside; the reference solvent
 * as a dashed green line; a band where a value may lie; a gap where nothing is known.
 */

const SPIDER = {width: 344, height: 286, x: 172, y: 146, radius: 104, label: 15};

function spiderPoint(i, count, share) {
	const angle = 2 * Math.PI * i / count - Math.PI / 2;
	return {
		x: SPIDER.x + Math.cos(angle) * SPIDER.radius * share,
		y: SPIDER.y + Math.sin(angle) * SPIDER.radius * share,
	};
}

function pointText(point) {
	return point.x.toFixed(1) + ' ' + point.y.toFixed(1);
}

function ringPath(shares) {
	return 'M' + shares.map((share, i) =>
		pointText(spiderPoint(i, shares.length, share))).join('L') + 'Z';
}

/* Lines between neighbours that are both known. */
function linePath(nums) {
	return nums.map((num, i) => {
		const next = nums[(i + 1) % nums.length];
		return isGap(num) || isGap(next) ? '' :
			'M' + pointText(spiderPoint(i, nums.length, num.value)) +
			'L' + pointText(spiderPoint((i + 1) % nums.length, nums.length, next.value));
	}).join('');
}

/* One patch between neighbours, so that a gap stays one. */
function bandPath(nums) {
	return nums.map((num, i) => {
		const k = (i + 1) % nums.length;
		const next = nums[k];
		return isGap(num) || isGap(next) ? '' : 'M' + [
			spiderPoint(i, nums.length, num.low), spiderPoint(i, nums.length, num.high),
			spiderPoint(k, nums.length, next.high), spiderPoint(k, nums.length, next.low),
		].map(pointText).join('L') + 'Z';
	}).join('');
}

function isGap(num) {
	return !num || num.state === 'missing';
}

function spiderGrid(criteria) {
	const rings = [0.25, 0.5, 0.75, 1].map((share) =>
		svg('path', {class: 'ring', d: ringPath(criteria.map(() => share))}));
	const axes = criteria.map((c, i) => {
		const end = spiderPoint(i, criteria.length, 1);
		return svg('line', {class: 'axis', x1: SPIDER.x, y1: SPIDER.y, x2: end.x, y2: end.y});
	});
	return svg('g', {}, ...rings, ...axes);
}

function spiderLabel(criterion, i, count) {
	const at = spiderPoint(i, count, 1 + SPIDER.label / SPIDER.radius);
	const side = Math.abs(at.x - SPIDER.x) < 8 ? 'middle' : at.x > SPIDER.x ? 'start' : 'end';
	const down = at.y > SPIDER.y + 40 ? 8 : at.y < SPIDER.y - 100 ? 1 : 4;
	return svg('text', {x: at.x, y: at.y + down, 'text-anchor': side}, criterionName(criterion));
}

const MARKER_SHAPES = [
	(x, y) => svg('circle', {cx: x, cy: y, r: 3.6}),
	(x, y) => svg('rect', {x: x - 3.3, y: y - 3.3, width: 6.6, height: 6.6}),
	(x, y) => svg('path', {d: `M${x} ${y - 4.4}L${x + 4.2} ${y + 3.2}L${x - 4.2} ${y + 3.2}Z`}),
	(x, y) => svg('path', {d: `M${x} ${y - 4.8}L${x + 4.8} ${y}L${x} ${y + 4.8}L${x - 4.8} ${y}Z`}),
	(x, y) => svg('path', {d: `M${x} ${y + 4.4}L${x + 4.2} ${y - 3.2}L${x - 4.2} ${y - 3.2}Z`}),
	(x, y) => svg('rect', {x: x - 4.4, y: y - 2, width: 8.8, height: 4}),
];

function spiderMarkers(nums, series) {
	return svg('g', {class: 'marks'}, ...nums.map((num, i) => {
		if (isGap(num)) {
			return null;
		}
		const at = spiderPoint(i, nums.length, num.value);
		const shape = MARKER_SHAPES[series](at.x, at.y);
		if (num.state === 'inferred') {
			shape.setAttribute('class', 'hollow');
		}
		return shape;
	}));
}

function spiderSeries(model, row, series) {
	const nums = model.criteria.map((c) => row.criteria[c.id]);
	const name = row.reference && series === null ? 'reference' : 'series-' + series;
	return svg('g', {class: name},
		svg('title', {}, rowText(model, row)),
		series === null ? null : svg('path', {class: 'area', d: bandPath(nums)}),
		svg('path', {class: 'line', d: linePath(nums)}),
		series === null ? null : spiderMarkers(nums, series));
}

function spiderText(model, row) {
	return rowText(model, row) + ': ' +
		model.criteria.map((c) => {
			const num = row.criteria[c.id];
			return criterionName(c) + ' ' + (isGap(num) ? 'unknown' : fixed(num.value, 2));
		}).join(', ');
}

/* rows: at most CHOSEN_MAX; reference: a row or null. */
function spiderPlot(model, rows, reference) {
	const criteria = model.criteria;
	const all = (reference ? [reference] : []).concat(rows);
	return svg('svg', {
		viewBox: `0 0 ${SPIDER.width} ${SPIDER.height}`,
		role: 'img',
		'aria-label': visible('Spider plot. ' + all.map((row) => spiderText(model, row)).join('. ')),
	},
	spiderGrid(criteria),
	reference ? spiderSeries(model, reference, null) : null,
	...rows.map((row, i) => spiderSeries(model, row, i)),
	...criteria.map((c, i) => spiderLabel(c, i, criteria.length)));
}

/* A short piece of a row's line, for the legend. */
function spiderKey(series) {
	return svg('svg', {class: 'key', viewBox: '0 0 28 12', 'aria-hidden': 'true'},
		svg('g', {class: series === null ? 'reference' : 'series-' + series},
			svg('path', {class: 'line', d: 'M1 6L27 6'}),
			series === null ? null : svg('g', {class: 'marks'}, MARKER_SHAPES[series](14, 6))));
}
