/* SPDX-License-Identifier: MIT */
/* Elements, texts and numbers. Text from the data only ever becomes the text of a node. */

const SVG = 'http://www.w3.org/2000/svg';

/* Controls and signs that turn the writing direction, made visible. */
function visible(text) {
	return String(text).replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
		(sign) => '\\u{' + sign.codePointAt(0).toString(16) + '}');
}

/* Units as people write them. */
function pretty(text) {
	return visible(text).replace(/\bdegC\b/g, '°C').replace(/\^0\.5\b/g, '½')
		.replace(/\bmPa\.s\b/g, 'mPa·s').replace(/\bcm3\b/g, 'cm³').replace(/\blog10\b/g, 'log₁₀');
}

function fill(node, attributes, children) {
	Object.keys(attributes || {}).forEach((key) => {
		const value = attributes[key];
		if (key.startsWith('on')) {
			node.addEventListener(key.slice(2), value);
		} else if (value !== null && value !== false) {
			node.setAttribute(key, value === true ? '' : value);
		}
	});
	children.forEach((child) => {
		if (child !== null) {
			node.append(child instanceof Node ? child : pretty(child));
		}
	});
	return node;
}

function el(name, attributes, ...children) {
	return fill(document.createElement(name), attributes, children);
}

function svg(name, attributes, ...children) {
	return fill(document.createElementNS(SVG, name), attributes, children);
}

/* A name that keeps its writing direction to itself. */
function nameOf(text) {
	return el('bdi', {}, text);
}

function percent(share) {
	return Math.round(100 * share) + '%';
}

function fixed(x, digits) {
	return Number.isFinite(x) ? x.toFixed(digits) : '';
}

function stateMark(state) {
	return state === 'inferred' ? '~' : state === 'missing' ? '?' : '';
}

/* Only these two kinds of link are links. */
function hrefOf(link) {
	if (/^10\.\d{4,}\//.test(link)) {
		return 'https://doi.org/' + encodeURI(link);
	}
	return /^https?:\/\//.test(link) ? link : null;
}

function sourceNode(source) {
	if (!source) {
		return el('span', {});
	}
	const href = source.link ? hrefOf(source.link) : null;
	const attributes = {class: 'source', title: source.citation ? visible(source.citation) : null};
	return href ? el('a', Object.assign({href, rel: 'noreferrer noopener', target: '_blank'},
		attributes), source.key) : el('span', attributes, source.key);
}

/* A bar from 0 to 1 with its interval; the number is its text. */
function bar(num, digits) {
	const style = (from, to) => 'left:' + 100 * from + '%;width:' + 100 * Math.max(to - from, 0) + '%';
	const missing = num.state === 'missing';
	return el('span', {class: 'bar ' + num.state},
		el('span', {class: 'track', 'aria-hidden': 'true'},
			el('span', {class: 'band', style: style(num.low, num.high)}),
			missing ? null : el('span', {class: 'fill', style: style(0, num.value)})),
		el('span', {class: 'number'}, (missing ? '' : fixed(num.value, digits)) +
			stateMark(num.state)));
}

function table(caption, heads, rows) {
	return el('div', {class: 'scroll'}, el('table', {class: 'plain'},
		caption ? el('caption', {}, caption) : null,
		el('thead', {}, el('tr', {}, ...heads.map((head) => el('th', {scope: 'col'}, head)))),
		el('tbody', {}, ...rows.map((cells) =>
			el('tr', {}, ...cells.map((cell) => el('td', {}, cell === null ? '' : cell)))))));
}

function replaceChildren(node, ...children) {
	node.textContent = '';
	fill(node, {}, children);
}
