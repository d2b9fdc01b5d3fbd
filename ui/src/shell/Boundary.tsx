/*
 * Catches a fault of the page itself, so that the window never goes blank: says what was kept, and offers to draw the
 * page anew. The portfolio is safe in the program around it, whatever the page does.
 */
import { Component, type ReactNode } from "react";
import { Button } from "../kit/index.ts";
import { useWords } from "../words/index.ts";

interface BoundaryProps {
  children: ReactNode;
}

interface BoundaryState {
  fault: string | null;
}

export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { fault: null };

  static getDerivedStateFromError(reason: unknown): BoundaryState {
    return { fault: reason instanceof Error ? `${reason.message}\n${reason.stack ?? ""}` : String(reason) };
  }

  override render(): ReactNode {
    const { fault } = this.state;
    return fault === null ? this.props.children : <Fault fault={fault} />;
  }
}

function Fault({ fault }: { fault: string }) {
  const words = useWords();
  return (
    <main className="empty fault" role="alert" data-testid="fault">
      <h2>{words.say("error.fault")}</h2>
      <p>{words.say("error.faultKept")}</p>
      <div className="row">
        <Button look="primary" onPress={() => location.reload()}>
          {words.say("error.again")}
        </Button>
        <Button onPress={() => void navigator.clipboard?.writeText(fault)}>{words.say("error.copy")}</Button>
      </div>
    </main>
  );
}
