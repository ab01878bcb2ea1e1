import { Icon } from './icons.tsx';
import type { Content } from './markup.ts';

/** One thing to do, with everything needed for it. */
export interface Task {
  readonly id: string;
  readonly title: string;
  readonly done: boolean;
  readonly children?: Content;
}

interface TaskListProps {
  readonly tasks: readonly Task[];
  /** "done", read out and shown with a sign. */
  readonly done: string;
}

/** Things to do in order; each shows whether it is done. */
export const TaskList = ({ tasks, done }: TaskListProps) => (
  <ol class="tasks">
    {tasks.map((task) => (
      <li class={task.done ? 'task task-done' : 'task'} id={task.id}>
        <h2>{task.title}</h2>
        {task.done ? (
          <p class="task-state">
            <Icon name="check" size="small" /> {done}
          </p>
        ) : null}
        <div class="task-body">{task.children}</div>
      </li>
    ))}
  </ol>
);

/** A thing that can be ticked off: one button, so that it works without script. */
export interface Tickable {
  readonly what: string;
  readonly label: string;
  readonly help?: Content;
  readonly done: boolean;
}

interface TickListProps {
  readonly action: string;
  readonly items: readonly Tickable[];
  /** "Have it" and "Not there after all", on the buttons. */
  readonly labels: { readonly tick: string; readonly untick: string; readonly done: string; readonly open: string };
}

/** Papers or steps with a tick each. */
export const TickList = ({ action, items, labels }: TickListProps) => (
  <ul class="ticks">
    {items.map((item) => (
      <li>
        <form method="post" action={action}>
          <input type="hidden" name="what" value={item.what} />
          <input type="hidden" name="done" value={item.done ? 'no' : 'yes'} />
          <span class={item.done ? 'tick-box tick-done' : 'tick-box'}>
            {item.done ? <Icon name="check" size="small" /> : null}
            <span class="visually-hidden">{item.done ? labels.done : labels.open}</span>
          </span>
          <span class="tick-text">
            <b>{item.label}</b>
            {item.help ? <span class="field-help">{item.help}</span> : null}
          </span>
          <button type="submit" class="btn btn-plain btn-small no-print">
            {item.done ? labels.untick : labels.tick}
            <span class="visually-hidden">: {item.label}</span>
          </button>
        </form>
      </li>
    ))}
  </ul>
);
