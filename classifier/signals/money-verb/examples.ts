import type { SignalExamples } from '../signal-examples.ts';

export default {
  present: [
    {
      shows: 'an exchange of coins',
      tool: { name: 'swap', description: 'Swaps one token for another.' },
      quote: 'swap',
    },
    { shows: 'a payment', tool: { name: 'pay_invoice' }, quote: 'pay' },
    { shows: 'an order on a market', tool: { name: 'place_order' }, quote: 'place' },
    {
      shows: 'a transfer in a description',
      tool: { name: 'wallet', description: 'Transfers tokens to an address.' },
      quote: 'Transfers tokens',
    },
  ],
  absent: [
    {
      shows: 'an exchange of anything else',
      tool: { name: 'swap_shelves', description: 'Swaps two shelves of the library.' },
      nearMiss: true,
    },
    { shows: 'a list of payments', tool: { name: 'list_payments', description: 'Lists payments.' } },
    {
      shows: 'a link that a customer may use',
      tool: { name: 'create_payment_link', description: 'Creates a payment link.' },
      nearMiss: true,
    },
    {
      shows: 'a quote',
      tool: { name: 'get_quote', description: 'Returns a price without buying anything.' },
      adversarial: true,
    },
  ],
} satisfies SignalExamples;
