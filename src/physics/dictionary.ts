import type { Dictionary, DictionaryLine } from './system.ts';

const line = (network: string, field: string, hue: DictionaryLine['hue'] = ''): DictionaryLine => ({
  network,
  field,
  hue,
});

/** Sites and bonds: Table I as the paper has it. */
export const latticeDictionary: Dictionary = {
  lines: [
    line('synapse', 'place'),
    line('weight', 'field', 'second'),
    line('dataSite', 'source', 'J'),
    line('dataPair', 'coupling', 'K'),
  ],
  claim: 'heuristic',
};

/** Weight matrices, whose rows and columns have no order of their own. */
export const matrixDictionary: Dictionary = {
  lines: [line('matrix', 'sheet', 'second'), line('neurons', 'columnRow'), line('bias', 'columnZero')],
  claim: 'orderFree',
};

/** Local layers: depth is the second coordinate, and every neighbour a component. */
export const depthDictionary: Dictionary = {
  lines: [line('neuron', 'site'), line('layer', 'row'), line('neighbour', 'component', 'second')],
  claim: 'heuristic',
};
