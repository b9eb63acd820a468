import type { SignalExamples } from '../signal-examples.ts';

export default {
  present: [
    { shows: 'a click', tool: { name: 'browser_click' }, quote: 'click' },
    {
      shows: 'a navigation',
      tool: { name: 'goto', description: 'Navigates the browser to an address.' },
      quote: 'Navigates the browser',
    },
    { shows: 'a tab that is closed', tool: { name: 'close_tab' }, quote: 'close' },
  ],
  absent: [
    {
      shows: 'a screenshot',
      tool: { name: 'take_screenshot', description: 'Takes a screenshot of the page.' },
      nearMiss: true,
    },
    {
      shows: 'an issue that is closed',
      tool: { name: 'close_issue', description: 'Closes an issue.' },
      nearMiss: true,
    },
    {
      shows: 'a denial',
      tool: { name: 'locate', description: 'Finds a button without clicking it.' },
      adversarial: true,
    },
  ],
} satisfies SignalExamples;
