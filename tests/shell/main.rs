#[test]
fn x() {
    throughline::bindings::export("ui/src/api/bindings.ts".as_ref()).unwrap();
}
