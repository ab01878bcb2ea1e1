import { describe, expect, test } from 'vitest';
import { createSearchIndex, type SearchIndex } from '../index.ts';

function helpCentre(): SearchIndex {
  const index = createSearchIndex({ defaultLocale: 'en' });
  const text = 'A refund is sent within 14 days. Without proof of the charge nothing is sent.';
  index.put([
    {
      id: 'refund-policy',
      locale: 'en',
      type: 'article',
      title: 'Refund policy',
      passages: [{ anchor: 'what-to-do', heading: 'What to do', text }],
    },
    {
      id: 'video',
      locale: 'en',
      type: 'article',
      title: 'Video problems',
      passages: [{ anchor: '', heading: '', text: 'Restart the television. Then check the cable.' }],
    },
  ]);
  return index;
}

describe('answering questions', () => {
  test('a sentence is quoted word for word with its anchor', () => {
    const reply = helpCentre().answer({ question: 'When is a refund sent?', locale: 'en' });
    expect(reply.kind).toBe('answer');
    if (reply.kind !== 'answer') return;
    const { main } = reply;
    expect(main.sentence.text).toBe('A refund is sent within 14 days.');
    expect(main.passage.slice(main.range.start, main.range.end)).toBe(main.sentence.text);
    expect(main.anchor).toBe('what-to-do');
  });

  test('a short follow-up question is understood from the one before it', () => {
    const index = helpCentre();
    const request = {
      question: 'and without proof?',
      locale: 'en',
      previousQuestion: 'When is a refund sent for a charge?',
    };
    const reply = index.answer(request);
    const quotes = reply.kind === 'answer' ? [reply.main] : reply.nearest;
    expect(quotes[0]?.sentence.text).toBe('Without proof of the charge nothing is sent.');
  });

  test('a question about something else is refused', () => {
    expect(helpCentre().answer({ question: 'Who painted the ceiling of the Sistine Chapel?', locale: 'en' }).kind).toBe(
      'refusal',
    );
  });
});
