// ODK Web Forms' engine as a side of the figures, through its public interface; runs in Node and in a browser.
import { createInstance } from '@getodk/xforms-engine';

let root;
const nodes = new Map();
const options = {
  form: { fetchFormAttachment: async () => new Response('', { status: 404 }) },
  instance: { stateFactory: (state) => state },
};

const index = (node) => {
  nodes.set(node.currentState.reference, node);
  for (const child of node.currentState.children ?? []) index(child);
};

const valueOf = (node) => node.currentState.instanceValue ?? String(node.currentState.value);

const answer = (node, value) => {
  if (node.nodeType === 'select') node.selectValue(value);
  else node.setValue(value);
};

const LOOKS = {
  value: (node) => valueOf(node),
  choices: (node) => node.currentState.valueOptions.length,
  labels: (node) => node.currentState.valueOptions.map((option) => option.label?.asString).length,
};

// The path of a repeat is the reference of its range; a node without instances is known by no other name.
const rangeOf = (path) =>
  nodes.get(path) ?? [...nodes.values()].find((node) => node.nodeType.startsWith('repeat-range'));

export const orders = {
  async load([xml]) {
    root = undefined;
    nodes.clear();
    const began = performance.now();
    const instance = await createInstance(xml, options);
    const took = performance.now() - began;
    root = instance.root;
    index(root);
    return String(took);
  },
  set([look, path, ...answers]) {
    const seeing = LOOKS[look];
    const seen = nodes.get(path);
    const took = [];
    let value;
    for (let place = 0; place < answers.length; place += 2) {
      const node = nodes.get(answers[place]);
      const began = performance.now();
      answer(node, answers[place + 1]);
      value = seeing(seen);
      took.push(performance.now() - began);
    }
    return `${took.join(' ')}\t${value}`;
  },
  add([path]) {
    const range = rangeOf(path);
    const began = performance.now();
    range.addInstances();
    const took = performance.now() - began;
    index(range.currentState.children.at(-1));
    return String(took);
  },
};
