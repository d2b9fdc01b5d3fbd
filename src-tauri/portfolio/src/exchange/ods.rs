use super::error::Fault;
use super::grid::Book;
pub(super) fn read(_bytes: &[u8]) -> Result<Book, Fault> {
    Err(Fault::OldExcel)
}
