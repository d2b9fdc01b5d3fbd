/* Declared exchange rates: exact, with their day and where they were taken from. None is ever guessed or fetched. */
import { useState } from "react";
import type { Rate, Settings } from "../../api/bindings.ts";
import { Button, IconButton, InPlace, LinkButton, TextField } from "../../kit/index.ts";
import { today } from "../../model/day.ts";
import { live } from "../../model/live.ts";
import { useWords, type Words } from "../../words/index.ts";
import { DayField } from "../DayField.tsx";
import { readDate } from "../dates.ts";
import { compare, decimal, plain, ZERO } from "../decimal.ts";
import { useDesk, useReadOnly, useStore } from "../desk.tsx";
import { figure, readNumber } from "../money.ts";
import { readCurrency, unrated } from "./currency.ts";

interface RatesProps {
  settings: Settings;
  onSet: (rates: Rate[]) => void;
}

export function Rates({ settings, onSet }: RatesProps) {
  const words = useWords();
  const desk = useDesk();
  const isReadOnly = useReadOnly();
  const elements = useStore((state) => live(state.portfolio).elements);
  const { rates, currency } = settings;
  const open = currency === null ? [] : unrated(elements.values(), currency, rates);
  const [from, setFrom] = useState("");
  const change = (at: number, part: Partial<Rate>) =>
    onSet(rates.map((rate, index) => (index === at ? { ...rate, ...part } : rate)));

  /** Refused in words, and the field stays as it was. */
  function changeTo(at: number, text: string): void {
    const rate = exact(text, words);
    if (rate === null) desk.tell(words.say("settings.notRate", { text }), words.say("settings.rateHint"));
    else change(at, { rate });
  }
  function changeDay(at: number, text: string): void {
    const on = text.trim() === "" ? null : readDate(text, "last");
    if (on === null && text.trim() !== "") {
      desk.tell(words.say("read.date", { text }), words.say("read.dateHint"));
    } else change(at, { on });
  }

  return (
    <div className="rates">
      <h3>{words.say("settings.rates")}</h3>
      <p className="c3 t12">{words.say("settings.ratesSay")}</p>
      {rates.length === 0 ? null : (
        <table>
          <thead>
            <tr>
              <th scope="col">{words.say("settings.rate")}</th>
              <th scope="col">{words.say("settings.on")}</th>
              <th scope="col">{words.say("settings.from")}</th>
              <th scope="col">
                <span className="unseen">{words.say("common.remove")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rates.map((rate, at) => {
              const pair = { from: rate.from, to: rate.to };
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: one pair may stand twice, with two days.
                <tr key={`${rate.from} ${rate.to} ${at}`}>
                  <td>
                    <div className="rate">
                      <span>{words.say("settings.one", { from: rate.from })}</span>
                      <InPlace
                        label={words.say("settings.rateOf", pair)}
                        value={shown(rate.rate, words)}
                        isReadOnly={isReadOnly}
                        onCommit={(text) => changeTo(at, text)}
                        data-testid={`rate-${rate.from}-${rate.to}`}
                      />
                      <span>{rate.to}</span>
                    </div>
                  </td>
                  <td>
                    <InPlace
                      label={words.say("settings.dayOf", pair)}
                      value={rate.on === null ? "" : words.date(rate.on)}
                      placeholder={words.say("report.noDate")}
                      isReadOnly={isReadOnly}
                      onCommit={(text) => changeDay(at, text)}
                    />
                  </td>
                  <td>
                    <InPlace
                      label={words.say("settings.sourceOf", pair)}
                      value={rate.source}
                      placeholder={words.say("inspector.notGiven")}
                      isReadOnly={isReadOnly}
                      onCommit={(source) => change(at, { source: source.trim() })}
                    />
                  </td>
                  <td>
                    {isReadOnly ? null : (
                      <IconButton
                        icon="remove"
                        size="small"
                        label={words.say("settings.removeRate", pair)}
                        onPress={() => onSet(rates.filter((_, index) => index !== at))}
                      />
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {open.length === 0 ? null : (
        <p className="rates-open">
          {words.say("settings.unrated", {
            count: open.length,
            list: open.join(", "),
            currency: currency ?? "",
          })}{" "}
          {isReadOnly
            ? null
            : open.map((other) => (
                <LinkButton key={other} onPress={() => setFrom(other)}>
                  {words.say("settings.giveRate", { from: other })}
                </LinkButton>
              ))}
        </p>
      )}
      {isReadOnly ? null : (
        <NewRate
          key={from}
          from={from}
          to={currency ?? ""}
          onAdd={(rate) => {
            setFrom("");
            onSet([...rates.filter((it) => !same(it, rate)), rate]);
          }}
        />
      )}
    </div>
  );
}

/** A rate of the same pair and day takes the place of the earlier one. */
function same(a: Rate, b: Rate): boolean {
  return a.from === b.from && a.to === b.to && a.on === b.on;
}

interface NewRateProps {
  from: string;
  to: string;
  onAdd: (rate: Rate) => void;
}

function NewRate(given: NewRateProps) {
  const words = useWords();
  const [from, setFrom] = useState(given.from);
  const [to, setTo] = useState(given.to);
  const [rate, setRate] = useState("");
  const [day, setDay] = useState(words.date(today()));
  const [source, setSource] = useState("");
  const [one, other, value] = [readCurrency(from), readCurrency(to), exact(rate, words)];
  const on = readDate(day, "last");
  const isReady =
    one !== null && other !== null && one !== other && value !== null && (on !== null || day.trim() === "");

  function add(): void {
    if (one === null || other === null || value === null || !isReady) return;
    given.onAdd({ from: one, to: other, rate: value, on, source: source.trim() });
    setRate("");
    setFrom("");
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter belongs to the fields inside, met in one place.
    <div
      className="new-rate"
      onKeyDown={(event) => {
        if (event.key === "Enter" && event.target instanceof HTMLInputElement) add();
      }}
    >
      <TextField
        label={words.say("settings.oneUnit")}
        value={from}
        onChange={setFrom}
        placeholder="USD"
        data-testid="rate-from"
      />
      <TextField
        label={words.say("settings.isWorth")}
        value={rate}
        onChange={setRate}
        placeholder={shown("0.9215", words)}
        autoFocus={given.from !== ""}
        data-testid="rate-value"
      />
      <TextField
        label={words.say("settings.in")}
        value={to}
        onChange={setTo}
        placeholder="EUR"
        data-testid="rate-to"
      />
      <DayField label={words.say("settings.on")} text={day} onChange={setDay} data-testid="rate-on" />
      <TextField
        label={words.say("settings.from")}
        value={source}
        onChange={setSource}
        placeholder={words.say("settings.fromAsk")}
        data-testid="rate-source"
      />
      <Button isDisabled={!isReady} onPress={add} data-testid="rate-add">
        {words.say("settings.addRate")}
      </Button>
    </div>
  );
}

/** Every digit that was typed, as the portfolio keeps it; `null` when it is no number above zero. */
function exact(text: string, words: Words): string | null {
  const read = readNumber(text, words.lang);
  return read === null || compare(read, ZERO) <= 0 ? null : plain(read);
}

function shown(rate: string, words: Words): string {
  const value = decimal(rate);
  return value === null ? rate : figure(value, words.lang);
}
