import { text, type MessageId } from '../../messages/index.ts';
import { fetchText } from '../files/shipped.ts';
import { takeTurn } from '../files/turn.ts';
import { readText, useTable } from './state.ts';

/** A table that the lab brings along, as it lies in public/data; its README says where it is from. */
export interface ShippedSet {
  readonly id: string;
  readonly name: MessageId;
  readonly credit: MessageId;
  /** What is best made of it, where that is not what is made of any table. */
  readonly preset?: Parameters<typeof readText>[3];
}

export const shippedSets: readonly ShippedSet[] = [
  {
    id: 'iris',
    name: 'table.set.iris',
    credit: 'table.credit.iris',
  },
  {
    id: 'digits',
    name: 'table.set.digits',
    credit: 'table.credit.digits',
    // A pixel that is rarely inked would be far from its mean in units of its deviation.
    preset: { inputs: 'interval' },
  },
];

/** Fetches a set and shows it, unless something else was asked for meanwhile. */
export async function openSet({ id, name, credit, preset }: ShippedSet): Promise<void> {
  const stillAsked = takeTurn();
  try {
    const body = await fetchText(`./data/${id}.csv`);
    if (stillAsked()) readText(body, { name: text(name), credit: text(credit) }, undefined, preset);
  } catch (error) {
    if (!stillAsked()) return;
    const reason = error instanceof Error ? error.message : String(error);
    useTable.setState({ refused: text('table.setFailed', { reason }) });
  }
}
