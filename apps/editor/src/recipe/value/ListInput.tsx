import { useTranslation } from 'react-i18next';
import { plainField } from '../model/schema-field.js';
import { DragHandle } from '../order/DragHandle.js';
import { MoveButtons } from '../order/MoveButtons.js';
import order from '../order/order.module.css';
import { useOrder } from '../order/use-order.js';
import { AddButton } from './AddButton.js';
import { RemoveButton } from './RemoveButton.js';
import type { PartsProps } from './value-field-props.js';
import { emptyOf } from './value-mode.js';
import classes from './value.module.css';

/** A list, each element with a field of its own. */
export function ListInput(props: PartsProps) {
  const {
    label,
    field,
    pointer,
    value,
    onChange,
    isRequired = false,
    connector,
    inputs = {},
    isReadOnly,
    Part,
  } = props;
  const { t } = useTranslation();
  const element = field.element ?? plainField('any');
  const items = Array.isArray(value) ? value : [];
  const move = (from: number, to: number): void => {
    onChange(items.toSpliced(from, 1).toSpliced(to, 0, ...items.slice(from, from + 1)), '/move');
  };
  const { handleOf, markOf } = useOrder(move);
  return (
    <div role="group" aria-label={label} className={classes.parts} data-lines>
      {items.map((item, index) => {
        const name = `${label} ${index + 1}`;
        return (
          <div key={index} className={`${classes.part} ${order.line}`} {...markOf(index)}>
            <Part
              label={name}
              isRequired
              field={element}
              pointer={`${pointer}/${index}`}
              value={item}
              connector={connector}
              inputs={inputs}
              onChange={(next, part = '') => {
                onChange(items.with(index, next ?? emptyOf(element)), `/${index}${part}`);
              }}
              lead={!isReadOnly && items.length > 1 && <DragHandle {...handleOf(index)} />}
              tools={
                <>
                  {items.length > 1 && <MoveButtons name={name} index={index} of={items.length} onMove={move} />}
                  <RemoveButton
                    name={name}
                    onRemove={() => {
                      const left = items.toSpliced(index, 1);
                      onChange(left.length === 0 && !isRequired ? undefined : left, `/remove${items.length}`);
                    }}
                  />
                </>
              }
            />
          </div>
        );
      })}
      {!isReadOnly && (
        <AddButton
          name={t('recipe.value.addTo', { name: label })}
          onAdd={() => {
            onChange([...items, emptyOf(element)], `/add${items.length}`);
          }}
        >
          {t('recipe.value.add')}
        </AddButton>
      )}
    </div>
  );
}
