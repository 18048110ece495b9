/* SPDX-License-Identifier: MIT */
/* The data block, unfolded: src/report/pack.h says how it is packed. */

function unpackInterval(packed) {
	const exact = packed.length === 2;
	return {
		value: packed[1],
		low: exact ? packed[1] : packed[2],
		high: exact ? packed[1] : packed[3],
		state: packed[4] || 'measured',
	};
}

function unpackRecord(book, packed) {
	const record = {};
	book.types[packed[0] - 3].forEach((key, i) => {
		const field = packed[i + 1];
		record[key] = field === undefined ? null : unpackValue(book, field);
	});
	return record;
}

function unpackValue(book, packed) {
	if (typeof packed === 'number') {
		return book.pool[packed];
	}
	if (!Array.isArray(packed)) {
		return packed;
	}
	if (packed[0] === 0) {
		return packed.slice(1).map((item) => unpackValue(book, item));
	}
	if (packed[0] === 1) {
		return packed[1];
	}
	return packed[0] === 2 ? unpackInterval(packed) : unpackRecord(book, packed);
}

/* null where the page holds no ranking. */
function unpackData(text) {
	const packed = JSON.parse(text);
	if (packed === null) {
		return null;
	}
	const book = {types: packed.types, pool: []};
	packed.pool.forEach((entry) => book.pool.push(unpackValue(book, entry)));
	return {
		format: packed.format,
		title: packed.title,
		head: unpackValue(book, packed.head),
		rows: packed.rows.map((row) => unpackValue(book, row)),
	};
}

/* What a link calls a row: the ids of its materials. */
function rowKey(row) {
	return [row.se, row.binder, row.solvent, row.salt]
		.filter((material) => material)
		.map((material) => material.id)
		.join('+');
}

/* What people call it. */
function shortName(material) {
	return material.short || material.name;
}

/* Short enough for heads; the label says it in full. */
function criterionName(criterion) {
	return criterion.id.replace(/[-_]/g, ' ');
}

function isRejected(row) {
	return row.rejected_by.length > 0;
}
