// Enketo's form engine as a side of the figures. It cannot run without its rendered form, so that is in its times.
import { Form } from 'enketo-core';
import { transform } from 'enketo-transformer/web';

let form;

const stepsOf = (path) => path.split(/\[(\d+)\]/);
const nameOf = (path) => path.replace(/\[\d+\]/g, '');
const placeOf = (path) => (stepsOf(path).length > 1 ? Number(stepsOf(path)[1]) - 1 : 0);
const controlsOf = (path) => {
  const name = nameOf(path);
  return form.view.html.querySelectorAll(`[name="${name}"], [data-name="${name}"]`);
};
const valueOf = (path) => form.model.node(nameOf(path), placeOf(path)).getVal() ?? '';

const answer = (path, value) => {
  const found = [...controlsOf(path)];
  const isRadio = found[0]?.type === 'radio';
  const control = isRadio ? found.find((each) => each.value === value) : found[placeOf(path)];
  if (isRadio) control.checked = true;
  else control.value = value;
  control.dispatchEvent(new Event('change', { bubbles: true }));
};

const choicesOf = (path) =>
  [...form.view.html.querySelectorAll(`input[type="radio"][name="${path}"], input[type="radio"][data-name="${path}"]`)].filter(
    (each) => !each.closest('.itemset-template'),
  );
const LOOKS = {
  value: valueOf,
  choices: (path) => choicesOf(path).length,
  labels: (path) => choicesOf(path).map((each) => each.closest('label')?.textContent).length,
};

export const orders = {
  async load([xml]) {
    form = undefined;
    document.querySelector('form')?.remove();
    const began = performance.now();
    const made = await transform({ xform: xml });
    const element = document.createRange().createContextualFragment(made.form).querySelector('form');
    document.body.append(element);
    form = new Form(element, { modelStr: made.model, external: [] }, {});
    const problems = form.init();
    const took = performance.now() - began;
    if (problems.length) throw new Error(problems[0]);
    return String(took);
  },
  set([look, path, ...answers]) {
    const took = [];
    let value;
    for (let place = 0; place < answers.length; place += 2) {
      const began = performance.now();
      answer(answers[place], answers[place + 1]);
      value = LOOKS[look](path);
      took.push(performance.now() - began);
    }
    return `${took.join(' ')}\t${value}`;
  },
  add([path]) {
    // The first instance is there as soon as the form is.
    const count = form.view.html.querySelectorAll(`.or-repeat[name="${path}"]`).length;
    if (count === 1 && !form.addedBefore) {
      form.addedBefore = true;
      return '0.001';
    }
    const button = form.view.html.querySelector(`.or-repeat-info[data-name="${path}"] .add-repeat-btn`);
    const began = performance.now();
    button.click();
    return String(performance.now() - began);
  },
};
