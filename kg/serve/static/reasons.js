/* Why something was decided, in the language of the page: the sentences of the graph's table, as kg.reasons says them. */
"use strict";
const reasons = (() => {
  const NESTED = ["why", "also", "when"], DAYS = ["day", "last"];
  const LONGEST = 2000, DEEPEST = 4;

  /* table: English and Dutch of each sentence, with {slots}; gives a function from the one to the other */
  function inDutch(table, months) {
    const sentences = table.map(([english, dutch]) => ({ pattern: pattern(english), dutch }));
    const day = (printed) => {
      const [, year, month, of] = /^(\d{4}-|--)(\d\d)-(\d\d)$/.exec(printed) ?? [];
      if (!months[month - 1]) return printed;
      return `${Number(of)} ${months[month - 1]}${year === "--" ? "" : ` ${year.slice(0, 4)}`}`;
    };
    function said(text, deep) {
      for (const { pattern, dutch } of deep ? sentences : []) {
        const slots = pattern.exec(text)?.groups ?? (pattern.test(text) ? {} : null);
        const filled = slots && fill(slots, deep - 1);
        if (filled) return dutch.replace(/\{(\w+)\}/g, (_, slot) => filled[slot]);
      }
      return null;
    }
    function fill(slots, deep) {
      const filled = {};
      for (const [slot, text] of Object.entries(slots)) {
        const value = NESTED.includes(slot) ? said(text, deep) : text;
        if (value === null) return null;
        filled[slot] = DAYS.includes(slot) ? day(value) : value;
      }
      return filled;
    }
    return (text) => ([...text].length <= LONGEST ? said(text, DEEPEST) : null);
  }

  /* each slot holds some text, a day only what days are made of */
  function pattern(english) {
    const parts = english.split(/\{(\w+)\}/);
    const made = parts.map((part, n) => (n % 2 === 0 ? part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
      : `(?<${part}>${DAYS.includes(part) ? "[0-9-]+" : ".+?"})`));
    return new RegExp(`^${made.join("")}$`, "s");
  }
  return { inDutch };
})();
