import { Chips } from './chip.tsx';
import { HiddenFields } from './form.tsx';
import { Icon } from './icons.tsx';
import { classNames, type DataAttributes, type Link } from './markup.ts';

export interface SearchFieldProps {
  /** Where the results page is; a GET form, so it works without script and its address can be shared. */
  readonly action: string;
  readonly label: string;
  readonly button: string;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly hidden?: Readonly<Record<string, string>> | undefined;
  /** hero: the one big question of a page; bar: everywhere else. */
  readonly size?: 'hero' | 'bar' | undefined;
  readonly id?: string | undefined;
  readonly examples?: { readonly label: string; readonly items: readonly Link[] } | undefined;
  /**
   * Data attributes of the island that suggests while typing (`data-island`, its address, its words). It finds
   * `.suggest` (empty, hidden, with an id) to fill with role=listbox, and only then makes the input a combobox.
   */
  readonly data?: DataAttributes | undefined;
}

/** The search form: a labelled field, a button, room for suggestions, examples as chips. */
export const SearchField = (props: SearchFieldProps) => {
  const id = props.id ?? 'search';
  return (
    <search>
      <form
        class={classNames('find', `find-${props.size ?? 'bar'}`)}
        action={props.action}
        method="get"
        {...props.data}
      >
        <HiddenFields values={props.hidden} />
        <label class="visually-hidden" for={id}>
          {props.label}
        </label>
        <div class="find-row">
          <Icon name="search" />
          <input
            type="search"
            id={id}
            name={props.name ?? 'q'}
            value={props.value}
            placeholder={props.placeholder}
            autocomplete="off"
            autocapitalize="none"
            enterkeyhint="search"
            maxlength={400}
          />
          <button type="submit" class="btn">
            <Icon name="search" />
            <span class="btn-label">{props.button}</span>
          </button>
        </div>
        {props.data ? <div class="suggest" id={`${id}-suggestions`} hidden /> : null}
      </form>
      {props.examples && props.examples.items.length > 0 ? (
        <div class="find-examples">
          <span class="small soft" id={`${id}-examples`}>
            {props.examples.label}
          </span>
          <Chips labelledBy={`${id}-examples`} items={props.examples.items} />
        </div>
      ) : null}
    </search>
  );
};
