/* How an X-matrix is read: the order of its lines, and whether those who answer for them stand beside. */
import { Button as AriaButton } from "react-aria-components";
import { MATRIX_ORDERS, type MatrixReading } from "../canvas/kinds/index.ts";
import { Icon, Menu } from "../kit/index.ts";
import { useWords } from "../words/index.ts";

interface MatrixControlProps {
  reading: MatrixReading;
  onRead: (reading: MatrixReading) => void;
}

export function MatrixControl({ reading, onRead }: MatrixControlProps) {
  const words = useWords();
  return (
    <div className="map-overlay">
      <Menu
        label={words.say("xMatrix.order")}
        placement="bottom start"
        groups={[
          {
            id: "order",
            head: words.say("xMatrix.order"),
            entries: MATRIX_ORDERS.map((order) => ({
              id: `order-${order}`,
              text: words.say(`xMatrix.order.${order}`),
              chosen: reading.order === order,
              run: () => onRead({ ...reading, order }),
            })),
          },
          {
            id: "people",
            entries: [
              {
                id: "people",
                text: words.say("xMatrix.people"),
                chosen: reading.people,
                run: () => onRead({ ...reading, people: !reading.people }),
              },
            ],
          },
        ]}
      >
        <AriaButton className="map-overlay-button" data-over data-testid="matrix-order">
          <Icon name="layers" />
          {words.say("xMatrix.read", { order: reading.order })}
          <Icon name="down" />
        </AriaButton>
      </Menu>
    </div>
  );
}
